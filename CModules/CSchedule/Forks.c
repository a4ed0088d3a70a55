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
    startPolicy(policy);
    return 0;
}

// How long a schedule has to say where it stands.
//
// In milliseconds; one that can say it needs a few.
#define ANSWER 3000

int CSchedule_await(int process, int milliseconds) {
    int status = -1;
    struct pollfd ending = {(int)syscall(SYS_pidfd_open, process, 0), POLLIN, 0};
    bool hasEnded = ending.fd < 0 || REAL(poll)(&ending, 1, milliseconds) > 0;
    if (!hasEnded) {
        askWhereItStands(process);
        REAL(poll)(&ending, 1, ANSWER);
        kill(process, SIGKILL);
    }
    REAL(waitpid)(process, &status, 0);
    // Programs that it started go with it.
    kill(-process, SIGKILL);
    if (ending.fd >= 0) REAL(close)(ending.fd);
    return hasEnded ? status : -1;
}

void CSchedule_fixAddresses(char **arguments) {
    int kind = personality(0xffffffff);
    if (kind == -1 || (kind & ADDR_NO_RANDOMIZE)) return;
    if (personality(kind | ADDR_NO_RANDOMIZE) == -1) return;
    execv("/proc/self/exe", arguments);
}
#endif
