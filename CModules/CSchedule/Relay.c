// Several schedules in one process: one that leaves nothing behind costs a tenth of a fork.
#ifdef __linux__
#include "Schedule.h"
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a process goes back to.
typedef struct {
    uint64_t now;
    uint64_t chance;
} Moment;

static Moment mark;
static Moment loaded;
static bool isLoaded;
static Moment start;
// How many file descriptors there are, and how much memory, in bytes.
static int descriptors;
static size_t memory;
// More memory than that may not be left in this process: schedules would add it up.
#define MOST_LEFT ((size_t)64 << 20)
// The last order that this process knows of.
static uint32_t known;
static int eventDescriptor = -1;

void CSchedule_closeInherited(void) {
    if (syscall(SYS_close_range, 3, ~0u, 0) == 0) return;
    for (int descriptor = 3; descriptor < 1024; descriptor++) REAL(close)(descriptor);
}

int CSchedule_putAside(int descriptor) {
    int aside = -1;
    // Whoever started the program may have allowed it fewer.
    for (int number = 200; number > 2 && aside < 0; number /= 2) {
        aside = fcntl(descriptor, F_DUPFD_CLOEXEC, number);
    }
    return aside;
}

int offers(void) {
    if (eventDescriptor < 0) {
        int near = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        eventDescriptor = CSchedule_putAside(near);
        REAL(close)(near);
    }
    return eventDescriptor;
}

void takeOffer(void) {
    uint64_t ignored;
    (void)!REAL(read)(offers(), &ignored, sizeof ignored);
}

static Moment present(void) { return (Moment){now, chance}; }

static void goBack(Moment moment) {
    now = moment.now;
    chance = moment.chance;
}

void CSchedule_mark(void) { mark = present(); }

void CSchedule_markLoaded(void) {
    loaded = present();
    isLoaded = true;
}

void markStart(void) {
    // However much was done since then, for other schedules.
    if (isLoaded) goBack(loaded);
    start = present();
    known = order->number;
}

static int countDescriptors(void) {
    DIR *folder = opendir("/proc/self/fd");
    if (folder == NULL) return -1;
    int count = 0;
    while (readdir(folder) != NULL) count++;
    closedir(folder);
    return count;
}

static size_t usedMemory(void) {
    FILE *file = fopen("/proc/self/statm", "re");
    if (file == NULL) return 0;
    size_t pages = 0;
    if (fscanf(file, "%*u %zu", &pages) != 1) pages = 0;
    fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

bool CSchedule_mayGoOn(void) {
    // Without it nobody could wait for the end of a process and for its offer at once.
    int process = (int)syscall(SYS_pidfd_open, getpid(), 0);
    if (process < 0) return false;
    REAL(close)(process);
    return !keepsClocks() && offers() >= 0;
}

void CSchedule_prepareToGoOn(void) {
    descriptors = countDescriptors();
    memory = usedMemory();
    keepLocks();
}

bool CSchedule_isAlone(void) {
    for (int i = 1; i < threadCount; i++) {
        if (threads[i].state != ENDED) return false;
    }
    return !hasChildren() && descriptors > 0 && countDescriptors() == descriptors;
}

bool CSchedule_offer(void) {
    // A process that the project has forked is none of ours.
    if (!isActive || !CSchedule_isAlone() || usedMemory() > memory + MOST_LEFT) return false;
    // What is done between two schedules is no part of either.
    writeAside();
    leaveCore();
    __atomic_store_n(&order->isOffered, true, __ATOMIC_RELEASE);
    uint64_t one = 1;
    return REAL(write)(offers(), &one, sizeof one) == sizeof one;
}

void CSchedule_rewind(void) {
    rewindWaits();
    rewindLocks();
    rewindOutside();
    writeAside();
    goBack(mark);
}

void CSchedule_goOn(const CSchedule_Policy *policy) {
    memset(CSchedule_record(), 0, sizeof(CSchedule_Record));
    __atomic_store_n(&order->isOffered, false, __ATOMIC_RELEASE);
    order->policy = *policy;
    if (policy->prefixLength > sizeof order->prefix) order->policy.prefixLength = sizeof order->prefix;
    if (policy->prefixLength > 0) memcpy(order->prefix, policy->prefix, order->policy.prefixLength);
    order->policy.prefix = order->prefix;
    __atomic_add_fetch(&order->number, 1, __ATOMIC_RELEASE);
    syscall(SYS_futex, &order->number, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

int CSchedule_takeNext(void) {
    if (threadCount != 1) return 0;
    while (__atomic_load_n(&order->number, __ATOMIC_ACQUIRE) == known) {
        syscall(SYS_futex, &order->number, FUTEX_WAIT, known, NULL, NULL, 0);
    }
    known = order->number;
    writeToRow();
    keepToCore();
    goBack(start);
    startPolicy(&order->policy);
    return order->policy.milliseconds;
}
#endif
