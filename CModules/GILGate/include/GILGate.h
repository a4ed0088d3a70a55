// The main thread gets the GIL first. Linked into the programs only; see GILGate.c.
#ifndef UNDERSTUDY_GIL_GATE_H
#define UNDERSTUDY_GIL_GATE_H
// Nothing is called from outside: the gate makes itself known to CPythonShims when it is loaded.
#endif
