// One thread at a time, in an order that is ours, on time that is ours.
//
// A program that links this module defines the functions of libc by which CPython and its modules start
// threads, wait and ask for the time, and is asked instead of libc. From `CSchedule_begin` on, every
// thread that the process starts runs only while it holds the baton. Where a thread may lose it, at a
// lock, a wait, or a call that the compiled code of the project makes, is a decision; which thread gets
// it is up to the policy. Time moves by a microsecond a step, and to the next deadline when all wait.
//
// Linux only: elsewhere `CSchedule_begin` says no. Link it into no program that does other work.
#ifndef UNDERSTUDY_CSCHEDULE_H
#define UNDERSTUDY_CSCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CSCHEDULE_NOBODY 255
#define CSCHEDULE_CANDIDATES 10
#define CSCHEDULE_DECISIONS 16384
#define CSCHEDULE_EVENTS 16384
#define CSCHEDULE_REPORT (256 * 1024)
// So many threads can there be in one schedule, those that have ended included.
#define CSCHEDULE_THREADS 250
// So many rows of schedules can there be, each with one schedule that runs.
#define CSCHEDULE_ROWS 9

// A place where more than one thread could go on.
typedef struct {
    uint8_t chosen;
    // The thread that had the baton and could have kept it, or nobody.
    uint8_t current;
    // The last candidate when it waits with a deadline, which choosing it lets come; otherwise nobody.
    uint8_t sleeper;
    uint8_t count;
    uint8_t candidates[CSCHEDULE_CANDIDATES];
} CSchedule_Decision;

// A thread passed a point of the project's code.
typedef struct {
    uint64_t time;
    uint32_t site;
    uint8_t thread;
    // It was put aside there and goes on now.
    bool goesOn;
} CSchedule_Event;

// The main thread waited in the project's code for longer than it may in a frame: last at a line that is known when it
// waited for a lock, and before the site in any case.
typedef struct {
    uint64_t duration;
    uint32_t site;
    uint32_t line;
    char file[200];
    // The function of Python's library that the project called and that waits, "sleep", or "outside" for
    // a wait for other programs; empty for a lock that the project waits for itself.
    char call[32];
} CSchedule_Stall;

// Where a schedule stood that took too long, as far as it could be seen.
typedef struct {
    bool isKnown;
    // Whether the thread had the GIL, and did not only have its turn.
    bool hasGIL;
    uint8_t thread;
    // Its line, without a duration.
    CSchedule_Stall place;
} CSchedule_Overdue;

// What is known of one schedule, in memory that parent and child share.
typedef struct {
    uint64_t hash;
    uint64_t steps;
    uint64_t time;
    uint32_t decisionCount;
    uint32_t eventCount;
    uint32_t reportLength;
    // What follows the report is what pure functions made.
    uint32_t learnedLength;
    uint32_t threadCount;
    // The decision at which the prefix asked for a thread that could not go on, plus one.
    uint32_t divergedAt;
    // How many frames were run to the project's end, plus one; 0 when it did not come to that.
    uint32_t framesRun;
    bool isCut;
    // The schedule came to its end and has nothing to report.
    bool isClean;
    // It has opened a port, written a file, started a program: others that ran at the same time may have
    // noticed.
    bool reachesOut;
    // The address of another program that it asked over the network; empty for none.
    char asked[64];
    // The file that it opened first to write to; empty for none.
    char written[1024];
    CSchedule_Stall stall;
    CSchedule_Overdue overdue;
} CSchedule_Record;

typedef enum {
    // Whoever has the baton keeps it as long as it can.
    CSCHEDULE_ORDINARY,
    // Any of those that can go on.
    CSCHEDULE_WALK,
    // The one with the highest priority, which `changes` places of about `length` lower.
    CSCHEDULE_PRIORITIES,
    // The one with the highest priority, which draws a new one whenever it has got on.
    CSCHEDULE_DRAWS,
} CSchedule_Kind;

typedef struct {
    CSchedule_Kind kind;
    uint64_t seed;
    uint32_t changes;
    uint32_t length;
    // Decided beforehand, a thread for each decision; behind it the kind decides. A fork copies it.
    const uint8_t *prefix;
    uint32_t prefixLength;
    // Ends the schedule at the first decision behind the prefix, so that somebody can look at it.
    bool pauses;
    // How much real time the schedule has, for a fork that tells it.
    uint32_t milliseconds;
} CSchedule_Policy;

typedef struct {
    bool isWaiting;
    bool hasDeadline;
    bool waitsOutside;
    // Who has the lock that is waited for, or nobody.
    uint8_t holder;
    // As Python's `threading.get_ident` tells it.
    uint64_t identifier;
} CSchedule_Waiting;

// The calling thread becomes thread 0, time stands at one fixed moment. False where there is no control.
bool CSchedule_begin(void);

// What follows is about one row of schedules, until another one is turned to. At first it is the row 0; a
// fork keeps that of its birth. False when there is no memory for it.
bool CSchedule_turnTo(int row);

// The memory that this process and the row's forks share: the record, as many decisions and events as it
// counts, and room for a report.
CSchedule_Record *CSchedule_record(void);
const CSchedule_Decision *CSchedule_decisions(void);
const CSchedule_Event *CSchedule_events(void);
char *CSchedule_report(void);

// A copy of this process, which has one thread, that follows the policy: 0 in it, its number here, -1
// when there can be none.
int CSchedule_fork(const CSchedule_Policy *policy);

// A schedule that runs.
typedef struct {
    int row;
    int process;
    // As `CSchedule_realNanoseconds` tells the time.
    uint64_t deadline;
} CSchedule_Wait;

// Waits for the end of one of several schedules in real time, and ends what its fork left behind if that
// has ended. Which of them it is; and the wait status, or one of the following.
//
// It took too long: then it was asked where it stands, by `CSchedule_onEnd`'s call in it, and killed.
#define CSCHEDULE_TOO_LONG (-1)
// The schedule is over, and its process offers to run another one.
#define CSCHEDULE_OFFERS (-2)
int CSchedule_await(const CSchedule_Wait *waits, int count, int *status);

// Lets a fork that has offered it run one more schedule.
void CSchedule_goOn(const CSchedule_Policy *policy);

// The most memory that a fork had which has ended, in bytes.
size_t CSchedule_forksMemory(void);

// Ends a fork that has offered to go on, or still runs a schedule.
void CSchedule_dismiss(int process);

// From now on this process ends, with its forks and what they have started, when the thread that started
// it does: nobody would read what comes of them.
void CSchedule_endWithParent(void);

// Closes what this process has inherited beside standard streams: what the project starts and leaves behind
// would keep it open, and whoever waits for its end would wait for theirs.
void CSchedule_closeInherited(void);

// A second number for a descriptor, as far from those that the project's own files get as may be, which
// programs do not inherit; -1 when there is none.
int CSchedule_putAside(int descriptor);

// Before the project is loaded: the moment to which `CSchedule_rewind` goes back in forks.
void CSchedule_mark(void);

// When the project is loaded, or is not to be: the moment at which all later forks begin.
void CSchedule_markLoaded(void);

// Whether forks can offer to go on: not with clocks of threads, nor on a kernel that is too old.
bool CSchedule_mayGoOn(void);

// In a fork that is to offer itself: remembers what it has before the project runs.
void CSchedule_prepareToGoOn(void);

// Whether nothing is left that was started since then: no thread, no child process, no file descriptor.
bool CSchedule_isAlone(void);

// In a fork whose schedule is over: offers to run another one. False when this one has left something
// behind: a thread, a child process, a file descriptor, much memory. From now on nothing is recorded.
bool CSchedule_offer(void);

// In a fork that has offered itself: the time, the chance and the locks are as they were at the mark.
void CSchedule_rewind(void);

// In a fork that has offered itself: waits for the next policy and begins as if it were a fresh fork.
//
// How much real time the schedule has, in milliseconds; 0 when this process cannot run it.
int CSchedule_takeNext(void);

// The most steps of one schedule, and what is called when there is no getting on: `reason` is one of
// the following. It must not return.
#define CSCHEDULE_STUCK 1
#define CSCHEDULE_ENDLESS 2
// Or nobody has decided yet who is to get on.
#define CSCHEDULE_PAUSED 3
// Or the real time is up. The call comes in the middle of whatever the thread does, which has the turn and
// the GIL, and nothing is controlled any more; the record says whether it had the GIL before.
#define CSCHEDULE_OVERDUE 4
// Or one thread more than there may be is to start.
#define CSCHEDULE_CROWDED 5
void CSchedule_onEnd(uint64_t steps, void (*call)(int reason));

// How long the main thread may wait in the project's code from one frame to the next; a sixtieth of a
// second if nothing is said.
void CSchedule_setFrame(uint64_t nanoseconds);

// From now on the main thread may wait as long as it likes: no frame is due any more.
void CSchedule_ignoreStalls(void);

// The main thread lets so many nanoseconds pass, which counts as no wait of the project's.
void CSchedule_standStill(uint64_t nanoseconds);

// How many threads there have been, which of them has its turn, and what one of them waits for.
int CSchedule_threadCount(void);
int CSchedule_current(void);
CSchedule_Waiting CSchedule_waiting(int thread);

// Gives a thread that waits for a lock what it waits for, whether it is free or not: to see what comes
// behind. It must not have a deadline.
void CSchedule_letOn(int thread);

// Lets the others get on for so long. Their order is no decision any more.
void CSchedule_pass(uint64_t nanoseconds);

// Puts the function under the name `<point>` into Python's builtins: it takes a value and the number of
// a site, and gives the value back. Holding the GIL; false with a Python exception set.
bool CSchedule_installPoint(void);

// Keeps what threads know of each other from now on, and puts two functions into Python's builtins:
// `<clock>` tells the calling thread's number and clock, `<learn>` adds another clock to it. Holding the
// GIL; false with a Python exception set.
bool CSchedule_keepClocks(void);

// Lets Python keep the memory that a thread has for its calls, for the next thread: to get it from the kernel
// takes as long as half of a short schedule. Before Python starts.
void CSchedule_keepChunks(void);

// How many cores this process may use.
int CSchedule_cores(void);

// Real time, for whoever measures: without that in which the machine or this process stood still.
uint64_t CSchedule_realNanoseconds(void);

// Runs the program again without address space randomisation, if it runs with it and may.
void CSchedule_fixAddresses(char **arguments);

#endif
