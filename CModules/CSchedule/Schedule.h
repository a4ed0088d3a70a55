// What the parts of CSchedule know of each other.
#ifndef UNDERSTUDY_CSCHEDULE_INTERNAL_H
#define UNDERSTUDY_CSCHEDULE_INTERNAL_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "include/CSchedule.h"
#include <errno.h>
#include <pthread.h>
#include <sys/socket.h>
#include <time.h>

typedef enum { RUNNABLE, WAITING, ENDED } State;

typedef struct {
    State state;
    bool timedOut;
    // It waits for a file descriptor or a child process, which somebody else may make ready.
    bool looksOutside;
    int descriptor;
    short awaited;
    // The child process whose end it waits for, -1 for any, 0 for none.
    int child;
    uint32_t baton;
    uint32_t site;
    uint32_t streak;
    uint64_t deadline;
    // When its wait began.
    uint64_t began;
    uint64_t since;
    const void *object;
    double priority;
    pthread_t thread;
    uint64_t identifier;
} Thread;

extern Thread threads[CSCHEDULE_THREADS];
extern int threadCount;
// Who has the baton.
extern int current;
extern bool isActive;
extern uint64_t now;
extern CSchedule_Record *record;
extern CSchedule_Decision *decisions;
extern CSchedule_Event *events;
extern _Thread_local int self;

// Whether the calling thread is one of ours and has the baton.
static inline bool isControlled(void) { return isActive && self >= 0 && self == current; }

// A place where the calling thread may lose the baton.
void point(uint32_t site);
// Waits for an object until somebody wakes its waiters or the deadline comes, 0 for none. False when it
// came.
bool waitFor(const void *object, uint64_t deadline);
// The same for the outside world; a descriptor of -1 stands for all of it.
bool waitOutside(int descriptor, short events, uint64_t deadline);
void wake(const void *object);
void wakeOutside(void);
int newThread(void);
void enter(int thread);
void leave(void);

// Who has a lock.
void took(const void *lock);
void gaveBack(const void *lock);
uint8_t holder(const void *lock);

// What the calling thread knows goes to a new thread; into a thing that orders threads, whose clock is
// made when it is needed; out of such a thing; out of a thread that has ended.
void clockStarts(int thread);
void clockGives(void **known);
void clockTakes(void *known);
void clockForgets(void *known);
void clockJoins(int thread);

// Among the candidates of a decision, by the policy.
void startPolicy(const CSchedule_Policy *policy);
double firstPriority(void);
uint8_t choose(const CSchedule_Decision *decision, uint32_t number);
// Whether somebody wants to look at the schedule before this decision.
bool pausesAt(uint32_t number);

// Whether something outside has become ready; waits for it a little when a child process is at work.
bool lookOutside(void);

// Ends the schedule for a reason, and does not return.
void endSchedule(int reason);
// What a schedule has changed in this process is as it was; of locks, as it was when they were kept.
void rewindWaits(void);
void keepLocks(void);
void rewindLocks(void);
void rewindOutside(void);
// What comes next of the kernel's chance.
extern uint64_t chance;
// Whether there are child processes.
bool hasChildren(void);
// Whether threads' clocks are kept.
bool keepsClocks(void);
// A fork begins at the moment that was marked for it, and goes back there when it takes another schedule.
void markStart(void);
// What is done from now on is no part of a schedule; or is one of the row that was turned to.
void writeAside(void);
void writeToRow(void);
// A descriptor that becomes readable when a fork offers to go on; taking it back from there.
int offers(void);
void takeOffer(void);
// Whether the main thread has waited for something so long that it never comes.
bool waitsInVain(void);
// Whether the fork of a row has offered itself since it got its last schedule.
bool hasOffered(int row);
// The calling thread, and whatever it starts, stays on the core that it is on; or may change it again.
void keepToCore(void);
void leaveCore(void);
// The schedule does what others that run at the same time may notice.
void reachOut(void);
// A socket was connected, with what came of it, sent something without, or is about to be read: whom that
// asks is noted. A descriptor was closed.
void noteConnection(int socket, const struct sockaddr *address, socklen_t length, int result);
void noteSending(int socket, const struct sockaddr *address, socklen_t length);
void noteAsking(int socket);
void forgetPeer(int descriptor);
// What the parent hands to a fork that has offered itself.
typedef struct {
    // How many there have been.
    uint32_t number;
    bool isOffered;
    CSchedule_Policy policy;
    uint8_t prefix[CSCHEDULE_DECISIONS];
} Order;
extern Order *order;
// In a fork that is a schedule: answers when it is asked where it stands. Elsewhere: asks it.
void answerWhenAsked(void);
void askWhereItStands(int process);
// Lets a signal come to this thread, whoever has blocked it.
void unblock(int signal);

// Lets the GIL go if this thread has it, and takes it back.
void *letGo(void);
void takeBack(void *state);
// Whether this thread has the GIL.
bool hasGIL(void);
// Takes the GIL for good if this thread lacks it.
void takeGIL(void);
// Whether the main thread waits because the host does, and not the project's code.
bool hostWaits(void);
// Makes the function known that tells which of Python's things have changed.
bool installChanged(void);
// Writes down the line outside of Python's library that this thread is at, having the GIL.
void noteLine(CSchedule_Stall *place);
// The line at which the main thread asked last for a lock that it did not get.
extern CSchedule_Stall asked;
// What sleeping threads wait for: the time that the wall clock shows beyond the steady one.
extern uint64_t sinceEpoch;

// How long this process could not run when it should have, which does not count as real time.
extern uint64_t stoodStill;

// The function of libc that the one of the same name in this program stands in front of.
void *behind(void **known, const char *name);
#define REAL(name)                                                                                    \
    ({                                                                                                \
        static void *known_;                                                                          \
        (__typeof__(&name))behind(&known_, #name);                                                    \
    })

#endif
