// What processes that run schedules share with the one that hands them out: each row of them its own piece.
#ifdef __linux__
#include "Schedule.h"
#include <sys/mman.h>

typedef struct {
    CSchedule_Record record;
    CSchedule_Decision decisions[CSCHEDULE_DECISIONS];
    CSchedule_Event events[CSCHEDULE_EVENTS];
    char report[CSCHEDULE_REPORT];
    Order order;
} Memory;

static Memory *rows[CSCHEDULE_ROWS];
static Memory *memory;
static CSchedule_Record aside;

bool CSchedule_turnTo(int row) {
    if (row < 0 || row >= CSCHEDULE_ROWS) return false;
    if (rows[row] == NULL) {
        void *new = mmap(
            NULL, sizeof *memory, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (new == MAP_FAILED) return false;
        rows[row] = new;
    }
    memory = rows[row];
    decisions = memory->decisions;
    events = memory->events;
    order = &memory->order;
    return true;
}

void writeAside(void) {
    // There is no room for more.
    aside = (CSchedule_Record){
        .decisionCount = CSCHEDULE_DECISIONS, .eventCount = CSCHEDULE_EVENTS};
    record = &aside;
}

void writeToRow(void) { record = &memory->record; }

bool hasOffered(int row) {
    return rows[row] != NULL && __atomic_load_n(&rows[row]->order.isOffered, __ATOMIC_ACQUIRE);
}

CSchedule_Record *CSchedule_record(void) { return &memory->record; }
const CSchedule_Decision *CSchedule_decisions(void) { return memory->decisions; }
const CSchedule_Event *CSchedule_events(void) { return memory->events; }
char *CSchedule_report(void) { return memory->report; }
#endif
