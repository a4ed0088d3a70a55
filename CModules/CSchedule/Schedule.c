// The baton, the time, and who gets on.
#ifdef __linux__
#include "Schedule.h"
#include <dlfcn.h>
#include <linux/futex.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// A thread that asks for so many points in a row spins, and waits for what another one is to do.
#define PATIENCE 1000
#define TICK 1000
// A deadline that lies further ahead does not come while others could go on: no thread is that slow.
#define SLOWNESS 100000000

Thread threads[CSCHEDULE_THREADS];
int threadCount;
int current;
bool isActive;
uint64_t now = 1000000000000ull;
CSchedule_Record *record;
CSchedule_Decision *decisions;
CSchedule_Event *events;
_Thread_local int self = -1;

CSchedule_Stall asked;
Order *order;

static uint64_t mostSteps = UINT64_MAX;
// How long all threads have waited at once: time that passed because nobody could go on.
static uint64_t idle;
// How long the main thread may wait in one frame: at first a frame at 60 a second.
static uint64_t frameBudget = 16666667;
// How long it has waited in the project's code since the host waited last.
static uint64_t waitedInFrame;
static bool countsStalls = true;
// Whether the project is over, so that the order of what is left means nothing.
static bool isOver;
static CSchedule_Stall stalled;
static void (*callAtEnd)(int);

void *behind(void **known, const char *name) {
    if (*known == NULL) *known = dlsym(RTLD_NEXT, name);
    return *known;
}

// What has become of a thread's baton.
enum { ELSEWHERE, GIVEN, AWAITED };

static void post(Thread *thread) {
    if (__atomic_exchange_n(&thread->baton, GIVEN, __ATOMIC_ACQ_REL) != AWAITED) return;
    syscall(SYS_futex, &thread->baton, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static void awaitBaton(Thread *thread) {
    uint32_t seen = ELSEWHERE;
    __atomic_compare_exchange_n(
        &thread->baton, &seen, AWAITED, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
    while (__atomic_load_n(&thread->baton, __ATOMIC_ACQUIRE) == AWAITED) {
        syscall(SYS_futex, &thread->baton, FUTEX_WAIT_PRIVATE, AWAITED, NULL, NULL, 0);
    }
    __atomic_store_n(&thread->baton, ELSEWHERE, __ATOMIC_RELAXED);
}

static void mix(uint64_t value) {
    record->hash = (record->hash ^ value) * 0x100000001b3ull;
    record->hash ^= record->hash >> 29;
}

static void release(Thread *thread, bool timedOut) {
    thread->state = RUNNABLE;
    thread->timedOut = timedOut;
    thread->looksOutside = false;
    thread->deadline = 0;
    thread->object = NULL;
}

// The thread whose deadline is next, or -1.
static int nextSleeper(void) {
    int next = -1;
    for (int i = 0; i < threadCount; i++) {
        if (threads[i].state != WAITING || threads[i].deadline == 0) continue;
        if (next < 0 || threads[i].deadline < threads[next].deadline) next = i;
    }
    return next;
}

static void endSleeps(void) {
    for (int i = 0; i < threadCount; i++) {
        Thread *thread = &threads[i];
        if (thread->state == WAITING && thread->deadline != 0 && thread->deadline <= now) {
            release(thread, true);
        }
    }
}

void endSchedule(int reason) {
    mostSteps = UINT64_MAX;
    if (callAtEnd != NULL) callAtEnd(reason);
    _exit(125);
}

// Those that can go on: the calling thread, the others in the order of their numbers after it, and at
// last the one that only waits for the time.
static void gather(CSchedule_Decision *decision, int me) {
    *decision = (CSchedule_Decision){.current = CSCHEDULE_NOBODY, .sleeper = CSCHEDULE_NOBODY};
    if (threads[me].state == RUNNABLE) {
        decision->current = me;
        decision->candidates[decision->count++] = me;
    }
    for (int i = 1; i < threadCount; i++) {
        int other = (me + i) % threadCount;
        if (threads[other].state != RUNNABLE) continue;
        if (decision->count < CSCHEDULE_CANDIDATES - 1) {
            decision->candidates[decision->count++] = other;
        } else {
            record->isCut = true;
        }
    }
    int sleeper = nextSleeper();
    if (sleeper < 0 || decision->count == 0) return;
    if (threads[sleeper].deadline > now + SLOWNESS) return;
    decision->sleeper = sleeper;
    decision->candidates[decision->count++] = sleeper;
}

static int decide(CSchedule_Decision *decision, int me) {
    if (decision->count == 1 || isOver) return decision->candidates[0];
    if (decision->current == me && ++threads[me].streak > PATIENCE) {
        // No policy may let a thread spin for ever: the next one gets on, and nobody is asked.
        threads[me].streak = 0;
        return decision->candidates[1];
    }
    uint32_t number = record->decisionCount;
    decision->chosen = choose(decision, number);
    if (number < CSCHEDULE_DECISIONS) {
        decisions[number] = *decision;
        record->decisionCount++;
    } else {
        record->isCut = true;
    }
    if (pausesAt(number)) {
        // Whoever looks must not be a part of it: its own locks and waits are no decisions.
        isActive = false;
        endSchedule(CSCHEDULE_PAUSED);
    }
    return decision->chosen;
}

// The thread that gets on after `me` has come to a point, waits or has ended.
static int next(int me) {
    for (;;) {
        endSleeps();
        CSchedule_Decision decision;
        gather(&decision, me);
        if (decision.count > 0) {
            int chosen = decide(&decision, me);
            if (chosen != me) threads[chosen].streak = 0;
            if (threads[chosen].state == WAITING) {
                now = threads[chosen].deadline;
                endSleeps();
            }
            return chosen;
        }
        if (lookOutside()) continue;
        int sleeper = nextSleeper();
        if (sleeper >= 0) {
            idle += threads[sleeper].deadline - now;
            now = threads[sleeper].deadline;
            if (waitsInVain()) endSchedule(CSCHEDULE_ENDLESS);
        } else {
            endSchedule(CSCHEDULE_STUCK);
        }
    }
}

static void handOver(int me, int other) {
    void *state = letGo();
    current = other;
    post(&threads[other]);
    awaitBaton(&threads[me]);
    takeBack(state);
}

static void step(int me, uint64_t what) {
    now += TICK;
    mix((uint64_t)me << 40 ^ what);
    if (++record->steps > mostSteps) endSchedule(CSCHEDULE_ENDLESS);
}

static void noteStall(uint32_t site) {
    uint64_t waited = threads[0].since;
    threads[0].since = 0;
    if (waited <= record->stall.duration) return;
    record->stall = stalled;
    record->stall.duration = waited;
    record->stall.site = site;
}

static void noteEvent(uint32_t site, int thread, bool goesOn) {
    if (record->eventCount == CSCHEDULE_EVENTS) return;
    events[record->eventCount++] = (CSchedule_Event){now, site, thread, goesOn};
}

void point(uint32_t site) {
    int error = errno;
    int me = self;
    if (site != 0) {
        threads[me].site = site;
        if (me == 0 && threads[0].since != 0) noteStall(site);
        noteEvent(site, me, false);
    }
    step(me, site);
    int other = next(me);
    if (other != me) {
        handOver(me, other);
        // The rest of the line comes now.
        if (site != 0) noteEvent(site, me, true);
    }
    errno = error;
}

// What the main thread waits with, when it waits for an object.
static CSchedule_Stall placeOfWait(const void *object) {
    // Only of a lock is the line known; of others the point behind it is.
    if (object == &sinceEpoch) return (CSchedule_Stall){.call = "sleep"};
    if (object == &threads) return (CSchedule_Stall){.call = "outside"};
    return asked;
}

static bool await(int me, const void *object, uint64_t deadline) {
    Thread *thread = &threads[me];
    uint64_t before = idle;
    CSchedule_Stall place = me == 0 ? placeOfWait(object) : asked;
    thread->state = WAITING;
    thread->object = object;
    thread->deadline = deadline;
    thread->began = now;
    thread->streak = 0;
    step(me, 1ull << 32);
    int other = next(me);
    if (other != me) handOver(me, other);
    if (me == 0 && hostWaits()) waitedInFrame = 0;
    else if (me == 0 && countsStalls && idle > before) {
        waitedInFrame += idle - before;
        // Told at the next point, where it is known which line waited.
        if (waitedInFrame > frameBudget) {
            thread->since = waitedInFrame;
            stalled = place;
        }
    }
    return !thread->timedOut;
}

bool waitFor(const void *object, uint64_t deadline) { return await(self, object, deadline); }

bool waitOutside(int descriptor, short events, uint64_t deadline) {
    Thread *thread = &threads[self];
    thread->looksOutside = true;
    thread->descriptor = descriptor;
    thread->awaited = events;
    return await(self, &threads, deadline);
}

void wake(const void *object) {
    for (int i = 0; i < threadCount; i++) {
        if (threads[i].state == WAITING && threads[i].object == object) release(&threads[i], false);
    }
}

void wakeOutside(void) { wake(&threads); }

int newThread(void) {
    if (threadCount == CSCHEDULE_THREADS) {
        record->isCut = true;
        endSchedule(CSCHEDULE_CROWDED);
    }
    threads[threadCount] = (Thread){.state = RUNNABLE, .priority = firstPriority()};
    record->threadCount = threadCount + 1;
    return threadCount++;
}

void enter(int thread) {
    self = thread;
    threads[thread].identifier = (uint64_t)pthread_self();
    awaitBaton(&threads[thread]);
}

void leave(void) {
    int me = self;
    threads[me].state = ENDED;
    wake(&threads[me]);
    step(me, 1ull << 33);
    int other = next(me);
    self = -1;
    current = other;
    post(&threads[other]);
}

bool CSchedule_begin(void) {
    if (!CSchedule_turnTo(0)) return false;
    writeAside();
    self = newThread();
    threads[self].identifier = (uint64_t)pthread_self();
    current = self;
    isActive = true;
    return true;
}

void CSchedule_onEnd(uint64_t steps, void (*call)(int)) {
    mostSteps = record->steps + steps;
    callAtEnd = call;
}

int CSchedule_threadCount(void) { return threadCount; }
int CSchedule_current(void) { return current; }

void CSchedule_setFrame(uint64_t nanoseconds) { frameBudget = nanoseconds; }

void CSchedule_ignoreStalls(void) { countsStalls = false; }

void CSchedule_standStill(uint64_t nanoseconds) {
    static char pause;
    bool counts = countsStalls;
    countsStalls = false;
    waitFor(&pause, now + nanoseconds);
    countsStalls = counts;
}

void rewindWaits(void) {
    // Who has ended is forgotten.
    threadCount = 1;
    threads[0] = (Thread){
        .state = RUNNABLE, .thread = threads[0].thread, .identifier = threads[0].identifier};
    mostSteps = UINT64_MAX;
    waitedInFrame = 0;
    countsStalls = true;
    isOver = false;
    asked = stalled = (CSchedule_Stall){0};
}

void CSchedule_pass(uint64_t nanoseconds) {
    static char pause;
    isOver = true;
    waitFor(&pause, now + nanoseconds);
}

CSchedule_Waiting CSchedule_waiting(int number) {
    Thread *thread = &threads[number];
    bool isWaiting = thread->state == WAITING;
    return (CSchedule_Waiting){
        .isWaiting = isWaiting,
        .hasDeadline = isWaiting && thread->deadline != 0,
        .waitsOutside = isWaiting && thread->looksOutside,
        .holder = isWaiting ? holder(thread->object) : CSCHEDULE_NOBODY,
        .identifier = thread->state == ENDED ? 0 : thread->identifier,
    };
}
#else
#include "include/CSchedule.h"
bool CSchedule_begin(void) { return false; }
bool CSchedule_turnTo(int row) { return false; }
int CSchedule_cores(void) { return 1; }
size_t CSchedule_forksMemory(void) { return 0; }
CSchedule_Record *CSchedule_record(void) { return NULL; }
const CSchedule_Decision *CSchedule_decisions(void) { return NULL; }
const CSchedule_Event *CSchedule_events(void) { return NULL; }
char *CSchedule_report(void) { return NULL; }
int CSchedule_fork(const CSchedule_Policy *policy) { return -1; }
int CSchedule_await(const CSchedule_Wait *waits, int count, int *status) { return -1; }
void CSchedule_goOn(const CSchedule_Policy *policy) {}
void CSchedule_dismiss(int process) {}
void CSchedule_endWithParent(void) {}
void CSchedule_closeInherited(void) {}
int CSchedule_putAside(int descriptor) { return -1; }
void CSchedule_mark(void) {}
void CSchedule_markLoaded(void) {}
void CSchedule_keepChunks(void) {}
bool CSchedule_mayGoOn(void) { return false; }
void CSchedule_prepareToGoOn(void) {}
bool CSchedule_isAlone(void) { return false; }
bool CSchedule_offer(void) { return false; }
void CSchedule_rewind(void) {}
int CSchedule_takeNext(void) { return 0; }
void CSchedule_onEnd(uint64_t steps, void (*call)(int reason)) {}
int CSchedule_threadCount(void) { return 0; }
int CSchedule_current(void) { return 0; }
void CSchedule_setFrame(uint64_t nanoseconds) {}
void CSchedule_ignoreStalls(void) {}
void CSchedule_standStill(uint64_t nanoseconds) {}
void CSchedule_letOn(int thread) {}
void CSchedule_pass(uint64_t nanoseconds) {}
CSchedule_Waiting CSchedule_waiting(int thread) { return (CSchedule_Waiting){0}; }
bool CSchedule_installPoint(void) { return true; }
uint64_t CSchedule_realNanoseconds(void) { return 0; }
void CSchedule_fixAddresses(char **arguments) {}
bool CSchedule_keepClocks(void) { return true; }
#endif
