// The way from the trusted program into the confined one: between `fork` and `execve` only calls that a
// forked child of a program with threads may make.
#include "Confinement.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static void limit(int resource, uint64_t most) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return;
    if (now.rlim_max != RLIM_INFINITY && most > now.rlim_max) most = now.rlim_max;
    setrlimit(resource, &(struct rlimit){most, most});
}

// Closes a descriptor and all above it. One that stayed open beyond the child's own limit would be the
// child's undoing when it starts a program: what cannot be open cannot be told to close.
static void closeFrom(int first) {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
    struct rlimit most;
    int end = getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur < 1 << 20 ? (int)most.rlim_cur : 1 << 20;
    for (int other = first; other < end; other++) close(other);
}

// Lets the child see the three descriptors that are meant for it and none of the others.
static bool arrangeDescriptors(const CConfinement_Plan *plan) {
    // Above all that are to be taken, so that none of them is overwritten before it is used.
    int output = fcntl(plan->output, F_DUPFD, 16), report = fcntl(plan->report, F_DUPFD, 16);
    int input = open("/dev/null", O_RDONLY);
    if (output < 0 || report < 0 || input < 0) return false;
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0 ||
        dup2(report, CCONFINEMENT_REPORT) < 0)
        return false;
    closeFrom(CCONFINEMENT_REPORT + 1);
    return true;
}

static void becomeConfined(const CConfinement_Plan *plan, int rules) {
    setsid();
#ifdef __linux__
    // Whoever would end it may be killed first.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    struct sigaction ordinary = {.sa_handler = SIG_DFL};
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) sigaction(number, &ordinary, NULL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, plan->memory);
    limit(RLIMIT_FSIZE, plan->fileSize);
    limit(RLIMIT_CPU, plan->seconds);
    if (chdir(plan->folder) != 0) return;
    if (!confineFiles(rules) || !arrangeDescriptors(plan)) return;
    limit(RLIMIT_NOFILE, 512);
    if (!confineCalls()) return;
    execve(plan->arguments[0], plan->arguments, plan->environment);
}

int CConfinement_start(const CConfinement_Plan *plan) {
    int rules = makeFileRules(plan->folder);
    if (rules == CANNOT_BE_MADE) return -1;
    int process = fork();
    if (process == 0) {
        becomeConfined(plan, rules);
        _exit(127);
    }
    int reason = errno;
    if (rules >= 0) close(rules);
    errno = reason;
    return process;
}
