// One process for each schedule: each begins from the same memory, and may end as badly as it likes.
#ifdef __linux__
#include "Schedule.h"
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static bool isForSchedule;

// A process that the project forks is not under control: it has other threads to wait for.
static void leaveControl(void) {
    if (!isForSchedule) isActive = false;
}

__attribute__((constructor)) static void install(void) {
    pthread_atfork(NULL, NULL, leaveControl);
}

int CSchedule_fork(const CSchedule_Policy *policy) {
    if (threadCount != 1) return -1;
    memset(record, 0, sizeof *record);
    isForSchedule = true;
    int process = fork();
    isForSchedule = false;
    if (process != 0) return process;
    setpgid(0, 0);
    // A crash is an answer here; Swift would look into it and start threads for that.
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) signal(crashes[i], SIG_DFL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    answerWhenAsked();
    // Nobody would await it.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // A program whose own parent has ended counts as one that is left behind.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    markStart();
    startPolicy(policy);
    return 0;
}

// How long a schedule has to say where it stands.
//
// In milliseconds; one that can say it needs a few.
#define ANSWER 3000

// Takes back what is left of a process that has ended or was killed.
static int remove(int process) {
    int status = -1;
    REAL(waitpid)(process, &status, 0);
    // Programs that it started go with it.
    kill(-process, SIGKILL);
    takeOffer();
    return status;
}

int CSchedule_await(int process, int milliseconds) {
    // The process first: what has ended offers nothing.
    struct pollfd news[] = {
        {(int)syscall(SYS_pidfd_open, process, 0), POLLIN, 0},
        {offers(), POLLIN, 0},
    };
    bool hasNews = news[0].fd < 0 || REAL(poll)(news, 2, milliseconds) > 0;
    if (hasNews && news[0].fd >= 0 && news[0].revents == 0) {
        takeOffer();
        REAL(close)(news[0].fd);
        return CSCHEDULE_OFFERS;
    }
    if (!hasNews) {
        askWhereItStands(process);
        REAL(poll)(news, 1, ANSWER);
        kill(process, SIGKILL);
    }
    if (news[0].fd >= 0) REAL(close)(news[0].fd);
    int status = remove(process);
    return hasNews ? status : CSCHEDULE_TOO_LONG;
}

void CSchedule_dismiss(int process) {
    kill(process, SIGKILL);
    remove(process);
}

void CSchedule_fixAddresses(char **arguments) {
    int kind = personality(0xffffffff);
    if (kind == -1 || (kind & ADDR_NO_RANDOMIZE)) return;
    if (personality(kind | ADDR_NO_RANDOMIZE) == -1) return;
    execv("/proc/self/exe", arguments);
}
#endif
