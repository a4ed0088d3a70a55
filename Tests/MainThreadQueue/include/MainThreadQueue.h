// Keeps the main actor on the process's main thread while tests run on Linux.
#ifndef UNDERSTUDY_MAIN_THREAD_QUEUE_H
#define UNDERSTUDY_MAIN_THREAD_QUEUE_H

#include <stdbool.h>

// Whether main-actor code is run by the queue of this module, always on one thread.
bool MainThreadQueue_isInstalled(void);

#endif
