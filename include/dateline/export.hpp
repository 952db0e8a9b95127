// Marks what a shared libdateline exports; everything else is hidden.
#pragma once

// Before each class and function that other programs may call.
#if defined(DATELINE_STATIC)
#define DATELINE_API
#else
#define DATELINE_API __attribute__((visibility("default")))
#endif
