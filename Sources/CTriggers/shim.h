#include <sqlite3.h>

/* Whether the triggers of a connection fire. SQLite's own function takes a list of any length, which Swift cannot call. */
static inline int triggers_fire(sqlite3 *connection, int fire) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, fire, (int *)0);
}
