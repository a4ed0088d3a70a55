// Starts a program that is not trusted: it may write in one folder only, is given so much memory, time and
// file space, and cannot leave its session, so that whoever started it can end all of it.
//
// What the system cannot do is left out and told by `CConfinement_abilities`.
#ifndef UNDERSTUDY_CCONFINEMENT_H
#define UNDERSTUDY_CCONFINEMENT_H

#include <stdbool.h>
#include <stdint.h>

// Files outside of the folder can be neither changed nor removed (Landlock).
#define CCONFINEMENT_FILES 1u
// No process outside can be sent a signal (Landlock, version 6).
#define CCONFINEMENT_SIGNALS 2u
// It cannot leave its session, change permissions or look into other processes (seccomp).
#define CCONFINEMENT_CALLS 4u

// The descriptor of the started program on which it reports.
#define CCONFINEMENT_REPORT 3

typedef struct {
    // The program, absolute, then what it is given; ends with NULL.
    char *const *arguments;
    char *const *environment;
    // Where it works, and the only folder in which it may write.
    const char *folder;
    // The descriptors that become its standard output and standard error, and its report.
    int output;
    int report;
    // Bytes of address space, of a file, and seconds of processor time of each process.
    uint64_t memory;
    uint64_t fileSize;
    uint64_t seconds;
} CConfinement_Plan;

// Starts it in a session of its own. Its number, or -1 with errno set.
int CConfinement_start(const CConfinement_Plan *plan);

// What this system can do, of the above.
unsigned CConfinement_abilities(void);

// The processes of a session that have not ended, and how long processors have worked for them.
typedef struct {
    int processes;
    // 0 where that is not known.
    double seconds;
} CConfinement_Use;

// What its session has and has used.
CConfinement_Use CConfinement_use(int process);

// Ends every process of its session and waits for the first one; the wait status.
int CConfinement_end(int process);

// Whether the first one has ended, which leaves it to be awaited.
bool CConfinement_hasEnded(int process);

#endif
