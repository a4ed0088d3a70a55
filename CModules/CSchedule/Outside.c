// Waiting for file descriptors and child processes: no thread waits in the kernel, all of them ask it
// and let the others get on meanwhile.
#ifdef __linux__
#include "Schedule.h"
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// How long a schedule waits for child processes in real time, in all and at once.
#define PATIENCE 2000
#define MOMENT 2
static int waited;

// What those knew who wrote something, to whoever may read it.
static void *known;

bool hasChildren(void) {
    siginfo_t ignored;
    return REAL(waitid)(P_ALL, 0, &ignored, WEXITED | WNOHANG | WNOWAIT) == 0;
}

// Whether a thread of another program computes.
static bool computes(int process, int task) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task/%d/stat", process, task);
    FILE *status = fopen(path, "re");
    if (status == NULL) return false;
    char state = 0;
    // The program's name stands in brackets and may hold brackets.
    for (int letter; (letter = getc(status)) != EOF;) {
        if (letter == ')' && fscanf(status, " %c", &state) != 1) state = 0;
    }
    fclose(status);
    return state == 'R' || state == 'D';
}

// Whether a program that this one has started computes, or one that it has started itself.
static bool areChildrenBusy(int process, int depth) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task", process);
    DIR *tasks = opendir(path);
    if (tasks == NULL) return false;
    bool busy = false;
    for (struct dirent *entry; !busy && (entry = readdir(tasks)) != NULL;) {
        int task = atoi(entry->d_name);
        if (task == 0) continue;
        busy = depth > 0 && computes(process, task);
        snprintf(path, sizeof path, "/proc/%d/task/%d/children", process, task);
        FILE *children = busy || depth > 8 ? NULL : fopen(path, "re");
        if (children == NULL) continue;
        for (int child; !busy && fscanf(children, "%d", &child) == 1;) {
            busy = areChildrenBusy(child, depth + 1);
        }
        fclose(children);
    }
    closedir(tasks);
    return busy;
}

// Other programs count as infinitely fast: before a thread asks for what one may have done, they run
// until they have ended or wait themselves. Otherwise chance would say how far they are.
static void letChildrenRun(void) {
    if (!hasChildren()) return;
    reachOut();
    if (!areChildrenBusy(getpid(), 0)) return;
    for (int quiet = 0; quiet < 5 && waited < PATIENCE; waited++) {
        REAL(poll)(NULL, 0, 1);
        quiet = areChildrenBusy(getpid(), 0) ? 0 : quiet + 1;
    }
}

static bool isReady(Thread *thread, int milliseconds) {
    if (thread->child != 0) {
        siginfo_t ending = {0};
        idtype_t kind = thread->child > 0 ? P_PID : P_ALL;
        int result = REAL(waitid)(kind, thread->child > 0 ? thread->child : 0, &ending,
                            WEXITED | WNOHANG | WNOWAIT);
        if (result != 0 || ending.si_pid != 0) return true;
        REAL(poll)(NULL, 0, milliseconds);
        return false;
    }
    struct pollfd descriptor = {thread->descriptor, thread->awaited, 0};
    return REAL(poll)(&descriptor, thread->descriptor < 0 ? 0 : 1, milliseconds) > 0;
}

bool lookOutside(void) {
    int one = -1;
    for (int i = 0; i < threadCount; i++) {
        Thread *thread = &threads[i];
        if (thread->state != WAITING || !thread->looksOutside) continue;
        one = i;
        if (!isReady(thread, 0)) continue;
        wakeOutside();
        return true;
    }
    if (one < 0 || waited >= PATIENCE || !hasChildren()) return false;
    waited += MOMENT;
    // Who waits for several things at once has to look himself.
    bool isUnknown = threads[one].descriptor < 0 && threads[one].child == 0;
    if (isReady(&threads[one], MOMENT) || isUnknown) wakeOutside();
    return true;
}

void rewindOutside(void) {
    waited = 0;
    clockForgets(known);
}

static uint64_t after(int milliseconds) {
    return milliseconds < 0 ? 0 : now + (uint64_t)milliseconds * 1000000 + 1;
}

int poll(struct pollfd *descriptors, nfds_t count, int milliseconds) {
    if (!isControlled()) return REAL(poll)(descriptors, count, milliseconds);
    for (nfds_t i = 0; i < count; i++) {
        if (descriptors[i].events & POLLIN) noteAsking(descriptors[i].fd);
    }
    letChildrenRun();
    point(0);
    uint64_t deadline = after(milliseconds);
    for (;;) {
        int ready = REAL(poll)(descriptors, count, 0);
        if (ready > 0) clockTakes(known);
        if (ready != 0 || milliseconds == 0) return ready;
        int one = count == 1 ? descriptors->fd : -1;
        if (!waitOutside(one, count == 1 ? descriptors->events : 0, deadline)) {
            return REAL(poll)(descriptors, count, 0);
        }
    }
}

int epoll_wait(int queue, struct epoll_event *events, int most, int milliseconds) {
    if (!isControlled()) return REAL(epoll_wait)(queue, events, most, milliseconds);
    letChildrenRun();
    point(0);
    uint64_t deadline = after(milliseconds);
    for (;;) {
        int ready = REAL(epoll_wait)(queue, events, most, 0);
        if (ready > 0) clockTakes(known);
        if (ready != 0 || milliseconds == 0) return ready;
        if (!waitOutside(queue, POLLIN, deadline)) {
            return REAL(epoll_wait)(queue, events, most, 0);
        }
    }
}

int select(
    int count, fd_set *readable, fd_set *writable, fd_set *exceptional, struct timeval *timeout
) {
    if (!isControlled()) return REAL(select)(count, readable, writable, exceptional, timeout);
    letChildrenRun();
    point(0);
    uint64_t span = timeout ? timeout->tv_sec * 1000000000ull + timeout->tv_usec * 1000ull : 0;
    uint64_t deadline = timeout ? now + span + 1 : 0;
    bool isLast = timeout != NULL && span == 0;
    fd_set wanted[3];
    fd_set *given[3] = {readable, writable, exceptional};
    for (int i = 0; i < 3; i++) {
        if (given[i] != NULL) wanted[i] = *given[i];
    }
    for (;;) {
        struct timeval none = {0, 0};
        int ready = REAL(select)(count, readable, writable, exceptional, &none);
        if (ready > 0) clockTakes(known);
        if (ready != 0 || isLast) return ready;
        isLast = !waitOutside(-1, 0, deadline);
        for (int i = 0; i < 3; i++) {
            if (given[i] != NULL) *given[i] = wanted[i];
        }
    }
}

static bool mayWait(int descriptor) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) return false;
    if (!S_ISSOCK(status.st_mode) && !S_ISFIFO(status.st_mode)) return false;
    return !(fcntl(descriptor, F_GETFL) & O_NONBLOCK);
}

static void awaitDescriptor(int descriptor, short events) {
    if (!isControlled() || !mayWait(descriptor)) return;
    noteAsking(descriptor);
    letChildrenRun();
    point(0);
    for (;;) {
        struct pollfd one = {descriptor, events, 0};
        if (REAL(poll)(&one, 1, 0) > 0) break;
        waitOutside(descriptor, events, 0);
    }
    clockTakes(known);
}

int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags) {
    awaitDescriptor(socket, POLLIN);
    return REAL(accept4)(socket, address, length, flags);
}

int accept(int socket, struct sockaddr *address, socklen_t *length) {
    awaitDescriptor(socket, POLLIN);
    return REAL(accept)(socket, address, length);
}

ssize_t recv(int socket, void *buffer, size_t size, int flags) {
    awaitDescriptor(socket, POLLIN);
    return REAL(recv)(socket, buffer, size, flags);
}

ssize_t recvfrom(
    int socket, void *buffer, size_t size, int flags, struct sockaddr *address, socklen_t *length
) {
    awaitDescriptor(socket, POLLIN);
    return REAL(recvfrom)(socket, buffer, size, flags, address, length);
}

ssize_t read(int descriptor, void *buffer, size_t size) {
    if (isControlled()) awaitDescriptor(descriptor, POLLIN);
    return REAL(read)(descriptor, buffer, size);
}

// What one thread does to a descriptor may be what another one waits for.
static void tellOthers(void) {
    if (!isControlled()) return;
    int error = errno;
    clockGives(&known);
    wakeOutside();
    errno = error;
}

ssize_t send(int socket, const void *buffer, size_t size, int flags) {
    ssize_t result = REAL(send)(socket, buffer, size, flags);
    tellOthers();
    return result;
}

ssize_t sendto(
    int socket, const void *buffer, size_t size, int flags, const struct sockaddr *address,
    socklen_t length
) {
    ssize_t result = REAL(sendto)(socket, buffer, size, flags, address, length);
    noteSending(socket, address, length);
    tellOthers();
    return result;
}

ssize_t write(int descriptor, const void *buffer, size_t size) {
    ssize_t result = REAL(write)(descriptor, buffer, size);
    if (descriptor > 2) tellOthers();
    return result;
}

int close(int descriptor) {
    int result = REAL(close)(descriptor);
    forgetPeer(descriptor);
    tellOthers();
    return result;
}

int shutdown(int socket, int how) {
    int result = REAL(shutdown)(socket, how);
    tellOthers();
    return result;
}

int connect(int socket, const struct sockaddr *address, socklen_t length) {
    reachOut();
    int result = REAL(connect)(socket, address, length);
    noteConnection(socket, address, length, result);
    tellOthers();
    return result;
}

// Until a child has ended, or any for -1.
static void awaitChild(pid_t process) {
    threads[self].child = process;
    waitOutside(-1, 0, 0);
    threads[self].child = 0;
}

pid_t waitpid(pid_t process, int *status, int options) {
    if (!isControlled()) return REAL(waitpid)(process, status, options);
    reachOut();
    letChildrenRun();
    point(0);
    for (;;) {
        pid_t ended = REAL(waitpid)(process, status, options | WNOHANG);
        if (ended != 0 || (options & WNOHANG)) return ended;
        awaitChild(process > 0 ? process : -1);
    }
}

int waitid(idtype_t kind, id_t process, siginfo_t *ending, int options) {
    if (!isControlled()) return REAL(waitid)(kind, process, ending, options);
    reachOut();
    letChildrenRun();
    point(0);
    for (;;) {
        siginfo_t seen = {0};
        int result = REAL(waitid)(kind, process, &seen, options | WNOHANG);
        if (result != 0 || seen.si_pid != 0 || (options & WNOHANG)) {
            if (result == 0 && ending != NULL) *ending = seen;
            return result;
        }
        awaitChild(kind == P_PID ? (pid_t)process : -1);
    }
}
#endif
