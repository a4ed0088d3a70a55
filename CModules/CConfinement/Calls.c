// seccomp: the kernel refuses a few calls by which a process would leave its session, where it could not
// be found and ended, or do harm that Landlock does not know of.
// https://docs.kernel.org/userspace-api/seccomp_filter.html
#include "Confinement.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#ifdef __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
// Calls with this bit are those of another interface, whose numbers mean something else.
#define MOST_CALLS 0x40000000u
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#define MOST_CALLS 0x80000000u
#endif

// Newer than the headers of some systems.
#ifndef __NR_fchmodat2
#define __NR_fchmodat2 452
#endif

#define REFUSE(call, reason)                                        \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1),         \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (reason))

static struct sock_filter program[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, MOST_CALLS, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    // Zero: the caller is told that it was done, so that subprocess works with start_new_session too.
    REFUSE(setsid, 0),
    REFUSE(ptrace, EPERM),
    REFUSE(process_vm_readv, EPERM),
    REFUSE(process_vm_writev, EPERM),
    REFUSE(pidfd_getfd, EPERM),
#ifdef __x86_64__
    REFUSE(chmod, EPERM),
    REFUSE(chown, EPERM),
    REFUSE(lchown, EPERM),
    REFUSE(utime, EPERM),
    REFUSE(utimes, EPERM),
    REFUSE(futimesat, EPERM),
#endif
    REFUSE(fchmod, 0),
    REFUSE(fchmodat, EPERM),
    REFUSE(fchmodat2, EPERM),
    REFUSE(fchown, EPERM),
    REFUSE(fchownat, EPERM),
    REFUSE(utimensat, EPERM),
    REFUSE(setxattr, EPERM),
    REFUSE(lsetxattr, EPERM),
    REFUSE(fsetxattr, EPERM),
    REFUSE(removexattr, EPERM),
    REFUSE(lremovexattr, EPERM),
    REFUSE(fremovexattr, EPERM),
    REFUSE(mount, EPERM),
    REFUSE(umount2, EPERM),
    REFUSE(unshare, EPERM),
    REFUSE(reboot, EPERM),
    REFUSE(kexec_load, EPERM),
    REFUSE(settimeofday, EPERM),
    REFUSE(clock_settime, EPERM),
    REFUSE(sethostname, EPERM),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

bool confineCalls(void) {
    struct sock_fprog filter = {sizeof program / sizeof *program, program};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
#else
bool confineCalls(void) { return true; }
#endif
