// Landlock: the kernel refuses writes outside of one folder. Its numbers are those of the kernel's
// interface, written down here because the headers of older systems lack the newer ones.
// https://docs.kernel.org/userspace-api/landlock.html
#include "Confinement.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CREATE_RULESET 444
#define ADD_RULE 445
#define RESTRICT_SELF 446
#define RULE_PATH_BENEATH 1
#define SCOPE_SIGNAL 2u

// Everything that changes something, by the version of the interface that brought it: writing, removing
// and making are bits 1 and 4 to 12, renaming across folders 13, truncating 14.
#define WRITING (2u | 0x1FF0u)
#define WRITING_2 (WRITING | 1u << 13)
#define WRITING_3 (WRITING_2 | 1u << 14)
// Of those the ones that a single file can be granted.
#define OF_A_FILE (2u | 1u << 14)

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};

struct path {
    uint64_t allowed;
    int parent;
} __attribute__((packed));

static long version(void) { return syscall(CREATE_RULESET, NULL, 0, 1u); }

static uint64_t writing(long version) {
    return version >= 3 ? WRITING_3 : version == 2 ? WRITING_2 : WRITING;
}

static bool allow(int rules, const char *path, uint64_t access) {
    struct path rule = {access, open(path, O_PATH | O_CLOEXEC)};
    if (rule.parent < 0) return false;
    bool done = syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0) == 0;
    int reason = errno;
    close(rule.parent);
    errno = reason;
    return done;
}

int makeFileRules(const char *folder) {
    long known = version();
    if (known < 1) return -1;
    struct ruleset set = {writing(known), 0, known >= 6 ? SCOPE_SIGNAL : 0};
    size_t size = known >= 6 ? sizeof set : sizeof set.files;
    int rules = (int)syscall(CREATE_RULESET, &set, size, 0);
    if (rules < 0) return CANNOT_BE_MADE;
    if (!allow(rules, folder, set.files) || !allow(rules, "/dev/null", set.files & OF_A_FILE)) {
        int reason = errno;
        close(rules);
        errno = reason;
        return CANNOT_BE_MADE;
    }
    return rules;
}

bool confineFiles(int rules) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    return rules < 0 || syscall(RESTRICT_SELF, rules, 0) == 0;
}

unsigned CConfinement_abilities(void) {
    long known = version();
    unsigned files = known >= 1 ? CCONFINEMENT_FILES : 0;
    unsigned signals = known >= 6 ? CCONFINEMENT_SIGNALS : 0;
#if defined(__x86_64__) || defined(__aarch64__)
    return files | signals | CCONFINEMENT_CALLS;
#else
    return files | signals;
#endif
}
#else
int makeFileRules(const char *folder) { return -1; }
bool confineFiles(int rules) { return true; }
unsigned CConfinement_abilities(void) { return 0; }
#endif
