// Which of the candidates gets the baton.
#ifdef __linux__
#include "Schedule.h"
#include <string.h>

// How often, of so many decisions, a walk lets a deadline come before its time.
#define SELDOM 20

static CSchedule_Policy policy;
static uint8_t prefix[CSCHEDULE_DECISIONS];
static uint64_t state;
static double lowest;
static uint32_t changes[8];

static uint64_t random64(void) {
    uint64_t z = (state += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
}

static double randomUnit(void) { return (double)(random64() >> 11) / 9007199254740992.0; }

// 0 while nothing is decided by chance, so that the ordinary schedule is the same with every seed.
double firstPriority(void) { return 1 + randomUnit(); }

void startPolicy(const CSchedule_Policy *wanted) {
    policy = *wanted;
    if (policy.prefixLength > sizeof prefix) policy.prefixLength = sizeof prefix;
    if (policy.prefixLength > 0) memcpy(prefix, policy.prefix, policy.prefixLength);
    state = policy.seed * 0x2545f4914f6cdd1dull + 1;
    lowest = 0;
    for (int i = 0; i < 8; i++) {
        changes[i] = UINT32_MAX;
        if (i < (int)policy.changes && policy.length > 0) changes[i] = random64() % policy.length;
    }
    for (int i = 0; i < threadCount; i++) threads[i].priority = firstPriority();
}

static uint8_t walk(const CSchedule_Decision *decision) {
    int awake = decision->count - (decision->sleeper != CSCHEDULE_NOBODY);
    if (awake < decision->count && random64() % SELDOM == 0) return decision->sleeper;
    return decision->candidates[random64() % awake];
}

static uint8_t highest(const CSchedule_Decision *decision) {
    uint8_t best = decision->candidates[0];
    for (int i = 1; i < decision->count; i++) {
        uint8_t other = decision->candidates[i];
        if (threads[other].priority > threads[best].priority) best = other;
    }
    return best;
}

static uint8_t byPriority(const CSchedule_Decision *decision, uint32_t number) {
    uint8_t best = highest(decision);
    for (int i = 0; i < 8; i++) {
        if (changes[i] != number) continue;
        threads[best].priority = --lowest;
        best = highest(decision);
    }
    // Somebody who waits for the time only is let go first once: otherwise he would starve the others.
    if (best == decision->sleeper) threads[best].priority = --lowest;
    return best;
}

// Partial order sampling without looking at what threads are about to do: who has waited for long may
// stay behind for long, which a walk hardly ever lets happen.
static uint8_t byDraw(const CSchedule_Decision *decision) {
    bool maySleep = decision->sleeper != CSCHEDULE_NOBODY && decision->count > 1;
    if (maySleep && random64() % SELDOM == 0) return decision->sleeper;
    CSchedule_Decision awake = *decision;
    if (maySleep) awake.count--;
    uint8_t best = highest(&awake);
    threads[best].priority = randomUnit();
    return best;
}

bool pausesAt(uint32_t number) { return policy.pauses && number >= policy.prefixLength; }

uint8_t choose(const CSchedule_Decision *decision, uint32_t number) {
    if (number < policy.prefixLength) {
        uint8_t wanted = prefix[number];
        for (int i = 0; i < decision->count; i++) {
            if (decision->candidates[i] == wanted) return wanted;
        }
        if (record->divergedAt == 0) record->divergedAt = number + 1;
        return decision->candidates[0];
    }
    switch (policy.kind) {
    case CSCHEDULE_WALK: return walk(decision);
    case CSCHEDULE_PRIORITIES: return byPriority(decision, number);
    case CSCHEDULE_DRAWS: return byDraw(decision);
    case CSCHEDULE_ORDINARY: break;
    }
    return decision->candidates[0];
}
#endif
