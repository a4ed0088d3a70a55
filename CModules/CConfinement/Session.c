// The processes of a session, wherever in it they are: looked up in /proc, counted and ended.
#include "Confinement.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <dirent.h>

// What the kernel tells of a process: its session, 0 when it is not there any more or has ended, and the
// ticks of processors' time of it and of those that it has awaited.
typedef struct {
    int session;
    unsigned long ticks;
} Facts;

static Facts facts(const char *process) {
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/%.20s/stat", process);
    FILE *file = fopen(path, "re");
    if (!file) return (Facts){0, 0};
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    // The name, in brackets, may hold anything; what follows it are the state and numbers.
    char *rest = strrchr(text, ')'), state;
    int number;
    unsigned long own[2];
    long awaited[2];
    if (!rest || sscanf(rest + 1, " %c %*d %*d %d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld", &state,
                        &number, &own[0], &own[1], &awaited[0], &awaited[1]) != 6)
        return (Facts){0, 0};
    unsigned long ticks = own[0] + own[1] + (unsigned long)awaited[0] + (unsigned long)awaited[1];
    return (Facts){state == 'Z' || state == 'X' ? 0 : number, ticks};
}

// Sends a signal, if any, to every process of a session but the first; how many there are.
static int forEach(int leader, int signal) {
    DIR *processes = opendir("/proc");
    if (!processes) return 0;
    int count = 0;
    struct dirent *entry;
    while ((entry = readdir(processes))) {
        int number = atoi(entry->d_name);
        if (number <= 0 || number == leader || facts(entry->d_name).session != leader) continue;
        count++;
        if (signal != 0) kill(number, signal);
    }
    closedir(processes);
    return count;
}

CConfinement_Use CConfinement_use(int process) {
    CConfinement_Use use = {0, 0};
    DIR *processes = opendir("/proc");
    if (!processes) return use;
    unsigned long ticks = 0;
    struct dirent *entry;
    while ((entry = readdir(processes))) {
        if (atoi(entry->d_name) <= 0) continue;
        Facts found = facts(entry->d_name);
        if (found.session != process) continue;
        use.processes++;
        ticks += found.ticks;
    }
    closedir(processes);
    use.seconds = (double)ticks / (double)sysconf(_SC_CLK_TCK);
    return use;
}

int CConfinement_end(int process) {
    // The first is kept until it is awaited, so its number means nobody else meanwhile.
    kill(-process, SIGKILL);
    kill(process, SIGKILL);
    // Those that are stopped start no others; each round finds fewer, and the last finds none.
    for (int round = 0; round < 1000 && forEach(process, SIGSTOP) > 0; round++)
        forEach(process, SIGKILL);
    int status = 0;
    waitpid(process, &status, 0);
    return status;
}
#else
CConfinement_Use CConfinement_use(int process) { return (CConfinement_Use){1, 0}; }

int CConfinement_end(int process) {
    kill(-process, SIGKILL);
    kill(process, SIGKILL);
    int status = 0;
    waitpid(process, &status, 0);
    return status;
}
#endif

bool CConfinement_hasEnded(int process) {
    siginfo_t found;
    memset(&found, 0, sizeof found);
    return waitid(P_PID, (id_t)process, &found, WEXITED | WNOHANG | WNOWAIT) != 0 || found.si_pid != 0;
}
