#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with its own arguments; the archive of the compiler declares it in no header.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*body)(const uint8_t *data, size_t size));
