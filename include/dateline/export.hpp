// Marks what a shared libdateline exports; everything else is hidden.
#pragma once

#if defined(DATELINE_STATIC)
#define DATELINE_API
#else
#define DATELINE_API __attribute__((visibility("default")))
#endif
