// Whether the project asks another program over the network. What that one answers comes in real time,
// which no schedule waits for, so what the answer does in the project is never seen.
#ifdef __linux__
#include "Schedule.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

// What is known of the first file descriptors; a project hardly has more.
#define KNOWN 1024
// Whom a socket without a connection has sent something to: another program, at this port.
static struct sockaddr_storage sentTo[KNOWN];

// The port of an address of the network; 0 for any other one.
static in_port_t portOf(const struct sockaddr *address) {
    if (address->sa_family == AF_INET) return ((const struct sockaddr_in *)address)->sin_port;
    if (address->sa_family == AF_INET6) return ((const struct sockaddr_in6 *)address)->sin6_port;
    return 0;
}

static bool isOurs(in_port_t port) {
    for (int other = 3; other < KNOWN; other++) {
        struct sockaddr_storage address = {0};
        socklen_t length = sizeof address;
        if (getsockname(other, (struct sockaddr *)&address, &length) != 0) continue;
        if (portOf((struct sockaddr *)&address) == port) return true;
    }
    return false;
}

// A program that the project has started is waited for.
static bool isAnotherProgram(const struct sockaddr *address) {
    in_port_t port = portOf(address);
    return port != 0 && !hasChildren() && !isOurs(port);
}

static void note(const struct sockaddr *address) {
    if (record->asked[0] != 0) return;
    char text[INET6_ADDRSTRLEN] = "";
    bool isLong = address->sa_family == AF_INET6;
    const void *host = isLong ? (const void *)&((const struct sockaddr_in6 *)address)->sin6_addr
                              : (const void *)&((const struct sockaddr_in *)address)->sin_addr;
    if (inet_ntop(address->sa_family, host, text, sizeof text) == NULL) return;
    snprintf(record->asked, sizeof record->asked, isLong ? "[%s]:%d" : "%s:%d", text,
             ntohs(portOf(address)));
}

// Whether somebody has accepted a connection that was asked for, or may still do so.
static bool isAccepted(int socket) {
    struct sockaddr_storage peer;
    socklen_t length = sizeof peer;
    struct pollfd one = {socket, POLLOUT, 0};
    if (REAL(poll)(&one, 1, 1) == 0) return true;
    return getpeername(socket, (struct sockaddr *)&peer, &length) == 0;
}

static int kindOf(int socket) {
    int kind = 0;
    socklen_t length = sizeof kind;
    return getsockopt(socket, SOL_SOCKET, SO_TYPE, &kind, &length) == 0 ? kind : 0;
}

void noteConnection(int socket, const struct sockaddr *address, socklen_t length, int result) {
    if (!isControlled() || address == NULL || (result != 0 && errno != EINPROGRESS)) return;
    int error = errno;
    if (kindOf(socket) == SOCK_DGRAM) noteSending(socket, address, length);
    else if (isAnotherProgram(address) && isAccepted(socket)) note(address);
    errno = error;
}

void noteSending(int socket, const struct sockaddr *address, socklen_t length) {
    if (!isControlled() || address == NULL || socket < 0 || socket >= KNOWN) return;
    if (length > sizeof *sentTo || sentTo[socket].ss_family != 0) return;
    int error = errno;
    if (isAnotherProgram(address)) memcpy(&sentTo[socket], address, length);
    errno = error;
}

void noteAsking(int socket) {
    if (!isControlled() || socket < 0 || socket >= KNOWN || sentTo[socket].ss_family == 0) return;
    note((const struct sockaddr *)&sentTo[socket]);
}

void forgetPeer(int descriptor) {
    if (descriptor >= 0 && descriptor < KNOWN) sentTo[descriptor].ss_family = 0;
}
#endif
