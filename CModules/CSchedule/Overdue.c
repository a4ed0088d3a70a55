// A schedule that takes too long is asked where it stands, also while it is in C and never comes back.
#ifdef __linux__
#include "Schedule.h"
#include <signal.h>

// Nobody sends it for anything else.
#define QUESTION SIGRTMAX
// What the main thread has awaited for so many nanoseconds does not come, whatever others do meanwhile.
#define IN_VAIN 600000000000

// Whatever is done here may come in the middle of anything, and get stuck in its turn: this process does
// nothing else any more, the surest is written first, and whoever asks does not wait for long.
static void answer(int question) {
    // A process that the project has forked is not meant.
    if (!isActive) return;
    int error = errno;
    if (self != current) {
        // The others wait for the one that has its turn.
        pthread_kill((pthread_t)threads[current].identifier, question);
        errno = error;
        return;
    }
    isActive = false;
    record->overdue.thread = current;
    record->overdue.hasGIL = hasGIL();
    takeGIL();
    noteLine(&record->overdue.place);
    record->overdue.isKnown = true;
    endSchedule(CSCHEDULE_OVERDUE);
}

void answerWhenAsked(void) {
    signal(QUESTION, answer);
    unblock(QUESTION);
}

void unblock(int signal) {
    // Whoever started this program may have left all signals blocked, as threads of Dispatch have them.
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
}

bool waitsInVain(void) {
    const Thread *thread = &threads[0];
    bool isStuck = thread->state == WAITING && thread->deadline == 0 && !thread->looksOutside;
    return isStuck && now - thread->began > IN_VAIN;
}

void askWhereItStands(int process) { kill(process, QUESTION); }
#endif
