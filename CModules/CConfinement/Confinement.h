// What the files of this module share.
#ifndef UNDERSTUDY_CONFINEMENT_H
#define UNDERSTUDY_CONFINEMENT_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "include/CConfinement.h"

#define CANNOT_BE_MADE (-2)

// The descriptor of rules that let a process write below the folder only; -1 where the system has no such
// rules, CANNOT_BE_MADE with errno set when the folder cannot be opened.
int makeFileRules(const char *folder);

// Takes the rules upon this process for good; true also where there are none.
bool confineFiles(int rules);

// Refuses this process the calls by which it would get away; true also where the system cannot.
bool confineCalls(void);

#endif
