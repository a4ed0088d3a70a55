// One process for each schedule: each begins from the same memory, and may end as badly as it likes.
#ifdef __linux__
#include "Schedule.h"
#include <limits.h>
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
// The processes that run schedules, or offer to; 0 where there is none. A row has one of each at most.
static volatile pid_t alive[2 * CSCHEDULE_ROWS];

static void replace(pid_t old, pid_t new) {
    for (size_t i = 0; i < sizeof alive / sizeof *alive; i++) {
        if (alive[i] != old) continue;
        alive[i] = new;
        return;
    }
}

// Nobody sends it for anything else.
#define PARENT_ENDED (SIGRTMAX - 1)

static void endWithAll(int signal) {
    (void)signal;
    // What they have started goes with them.
    for (size_t i = 0; i < sizeof alive / sizeof *alive; i++) {
        if (alive[i] != 0) kill(-alive[i], SIGKILL);
    }
    _exit(1);
}

void CSchedule_endWithParent(void) {
    signal(PARENT_ENDED, endWithAll);
    unblock(PARENT_ENDED);
    prctl(PR_SET_PDEATHSIG, PARENT_ENDED);
}

static void noteFork(void) {
    if (!isForSchedule) reachOut();
}

// A process that the project forks is not under control: it has other threads to wait for.
static void leaveControl(void) {
    if (!isForSchedule) isActive = false;
}

__attribute__((constructor)) static void install(void) {
    pthread_atfork(noteFork, NULL, leaveControl);
}

int CSchedule_fork(const CSchedule_Policy *policy) {
    if (threadCount != 1) return -1;
    memset(CSchedule_record(), 0, sizeof(CSchedule_Record));
    __atomic_store_n(&order->isOffered, false, __ATOMIC_RELEASE);
    // What a schedule leaves behind comes here, when its process has ended.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    isForSchedule = true;
    int process = fork();
    isForSchedule = false;
    if (process > 0) replace(0, process);
    if (process != 0) return process;
    setpgid(0, 0);
    // A crash is an answer here; Swift would look into it and start threads for that.
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) signal(crashes[i], SIG_DFL);
    // What the project starts hears what it is told, whoever has called this program and ignores it.
    static const int ends[] = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        signal(ends[i], SIG_DFL);
        unblock(ends[i]);
    }
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    answerWhenAsked();
    // Nobody would await it.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // A program whose own parent has ended counts as one that is left behind.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    writeToRow();
    markStart();
    startPolicy(policy);
    keepToCore();
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
    // Programs that it started go with it, before another schedule could see them.
    kill(-process, SIGKILL);
    while (REAL(waitpid)(-process, NULL, 0) > 0) {}
    replace(process, 0);
    takeOffer();
    return status;
}

static bool isOver(uint64_t deadline) { return CSchedule_realNanoseconds() >= deadline; }

// Until the next deadline, in milliseconds; nothing when somebody has offered himself.
static int timeLeft(const CSchedule_Wait *waits, int count) {
    uint64_t now = CSchedule_realNanoseconds();
    uint64_t least = UINT64_MAX;
    for (int i = 0; i < count; i++) {
        if (hasOffered(waits[i].row)) return 0;
        uint64_t left = waits[i].deadline > now ? waits[i].deadline - now : 0;
        if (left < least) least = left;
    }
    return least / 1000000 >= INT_MAX ? INT_MAX : (int)((least + 999999) / 1000000);
}

// Nobody oversleeps so long unless the machine stood still or this process was stopped, and schedules got
// no time either: it is not known from when on.
//
// In nanoseconds.
#define STANDSTILL 500000000

// Waits for news, for so many milliseconds at most.
static void await(struct pollfd *news, int count, int milliseconds) {
    uint64_t start = CSchedule_realNanoseconds();
    REAL(poll)(news, (nfds_t)count, milliseconds);
    uint64_t time = CSchedule_realNanoseconds() - start;
    if (time > (uint64_t)milliseconds * 1000000 + STANDSTILL) stoodStill += time;
}

// Asks a process that takes too long where it stands, and ends it.
static int stop(int process, struct pollfd *news) {
    askWhereItStands(process);
    REAL(poll)(news, 1, ANSWER);
    kill(process, SIGKILL);
    remove(process);
    return CSCHEDULE_TOO_LONG;
}

// The first that is over, in any way; -1 for none.
static int firstOver(const CSchedule_Wait *waits, int count, struct pollfd *news, int *status) {
    for (int i = 0; i < count; i++) {
        // The process first: what has ended offers nothing.
        if (news[i].fd < 0 || news[i].revents != 0) *status = remove(waits[i].process);
        else if (hasOffered(waits[i].row)) *status = CSCHEDULE_OFFERS;
        else if (isOver(waits[i].deadline)) *status = stop(waits[i].process, &news[i]);
        else continue;
        return i;
    }
    return -1;
}

int CSchedule_await(const CSchedule_Wait *waits, int count, int *status) {
    struct pollfd news[CSCHEDULE_ROWS + 1];
    if (count < 1 || count > CSCHEDULE_ROWS) return -1;
    for (int i = 0; i < count; i++) {
        int process = (int)syscall(SYS_pidfd_open, waits[i].process, 0);
        news[i] = (struct pollfd){process, POLLIN, 0};
    }
    news[count] = (struct pollfd){offers(), POLLIN, 0};
    int one = -1;
    while (one < 0) {
        await(news, count + 1, timeLeft(waits, count));
        if (news[count].revents != 0) takeOffer();
        one = firstOver(waits, count, news, status);
    }
    for (int i = 0; i < count; i++) {
        if (news[i].fd >= 0) REAL(close)(news[i].fd);
    }
    return one;
}

void CSchedule_dismiss(int process) {
    kill(process, SIGKILL);
    remove(process);
}

size_t CSchedule_forksMemory(void) {
    struct rusage usage = {0};
    getrusage(RUSAGE_CHILDREN, &usage);
    return (size_t)usage.ru_maxrss << 10;
}

void CSchedule_fixAddresses(char **arguments) {
    // The system names a program after the file that is run, which below is one for all.
    prctl(PR_SET_NAME, "understudy-explore");
    int kind = personality(0xffffffff);
    if (kind == -1 || (kind & ADDR_NO_RANDOMIZE)) return;
    if (personality(kind | ADDR_NO_RANDOMIZE) == -1) return;
    execv("/proc/self/exe", arguments);
}
#endif
