// What a schedule does that another one, which runs at the same time, may notice: it opens a port, writes
// a file, starts a program. Reading, and what stays in the process, is no such thing.
#ifdef __linux__
#include "Schedule.h"
#include <fcntl.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

void reachOut(void) {
    if (isActive) record->reachesOut = true;
}

static void noteOpening(const char *path, int flags) {
    if (path == NULL || strcmp(path, "/dev/null") == 0) return;
    if ((flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC))) return;
    reachOut();
    if (!isActive || record->written[0] != 0 || strncmp(path, "/dev/", 5) == 0) return;
    if (strlen(path) < sizeof record->written) strcpy(record->written, path);
}

static int modeOf(int flags, va_list rest) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, int) : 0;
}

// The functions of libc that open a file, each under both of its names.
#define OPENING(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                      \
        va_list rest;                                                                                 \
        va_start(rest, flags);                                                                        \
        int mode = modeOf(flags, rest);                                                               \
        va_end(rest);                                                                                 \
        noteOpening(path, flags);                                                                     \
        return REAL(name)(path, flags, mode);                                                         \
    }
#define OPENING_AT(name)                                                                              \
    int name(int folder, const char *path, int flags, ...) {                                          \
        va_list rest;                                                                                 \
        va_start(rest, flags);                                                                        \
        int mode = modeOf(flags, rest);                                                               \
        va_end(rest);                                                                                 \
        noteOpening(path, flags);                                                                     \
        return REAL(name)(folder, path, flags, mode);                                                 \
    }
#define STREAM(name)                                                                                  \
    FILE *name(const char *path, const char *mode) {                                                  \
        if (strpbrk(mode, "wa+") != NULL) noteOpening(path, O_RDWR);                                  \
        return REAL(name)(path, mode);                                                                \
    }
OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)
STREAM(fopen)
STREAM(fopen64)

// Those that reach out whatever they are given.
#define REACHING(name, parameters, arguments)                                                         \
    int name parameters {                                                                             \
        reachOut();                                                                                   \
        return REAL(name) arguments;                                                                  \
    }
REACHING(rename, (const char *from, const char *to), (from, to))
REACHING(renameat, (int one, const char *from, int other, const char *to), (one, from, other, to))
REACHING(unlink, (const char *path), (path))
REACHING(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
REACHING(mkdir, (const char *path, mode_t mode), (path, mode))
REACHING(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
REACHING(rmdir, (const char *path), (path))
REACHING(link, (const char *from, const char *to), (from, to))
REACHING(linkat, (int one, const char *from, int other, const char *to, int flags),
         (one, from, other, to, flags))
REACHING(symlink, (const char *from, const char *to), (from, to))
REACHING(symlinkat, (const char *from, int folder, const char *to), (from, folder, to))
REACHING(mkstemp, (char *pattern), (pattern))
REACHING(mkstemp64, (char *pattern), (pattern))
REACHING(mkostemp, (char *pattern, int flags), (pattern, flags))
REACHING(shm_open, (const char *name, int flags, mode_t mode), (name, flags, mode))
REACHING(bind, (int socket, const struct sockaddr *address, socklen_t length),
         (socket, address, length))
REACHING(flock, (int descriptor, int operation), (descriptor, operation))
REACHING(system, (const char *command), (command))

sem_t *sem_open(const char *name, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    unsigned value = flags & O_CREAT ? va_arg(rest, unsigned) : 0;
    va_end(rest);
    reachOut();
    return REAL(sem_open)(name, flags, mode, value);
}
#endif
