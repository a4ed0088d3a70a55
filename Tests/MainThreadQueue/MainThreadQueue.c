// On Linux a program with an async `main`, which a test runner is, gives its main queue to the threads
// of libdispatch's pool: main-actor code may go on on another thread after each `await`. An embedded
// Python cannot follow, its main thread is one thread. So the thread that called `main` serves the main
// queue here, by the two calls that run loops use for it.
#include "MainThreadQueue.h"

#ifdef __linux__
#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <sys/eventfd.h>

#define SWIFT __attribute__((swiftcall))

typedef SWIFT void (*Drain)(void);

extern SWIFT void (*swift_task_asyncMainDrainQueue_hook)(Drain original, Drain compatible);
extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *message);

// Never returns: the job that holds the program's `main` ends the process.
static SWIFT void drain(Drain original, Drain compatible) {
    (void)compatible;
    struct pollfd queue = {.fd = _dispatch_get_main_queue_handle_4CF(), .events = POLLIN};
    if (queue.fd < 0) original();
    for (;;) {
        if (poll(&queue, 1, -1) < 0 && errno != EINTR) original();
        eventfd_t count;
        if ((queue.revents & POLLIN) != 0 && eventfd_read(queue.fd, &count) == 0) {
            _dispatch_main_queue_callback_4CF(NULL);
        }
    }
}

// Before `main`, which starts the drain.
__attribute__((constructor)) static void install(void) {
    swift_task_asyncMainDrainQueue_hook = drain;
}

bool MainThreadQueue_isInstalled(void) { return true; }
#else
// Elsewhere the system's run loop keeps the main actor on the main thread.
bool MainThreadQueue_isInstalled(void) { return false; }
#endif
