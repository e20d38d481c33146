#include <sqlite3.h>

/* What SQLite switches by functions that take a list of any length, which Swift cannot call. */

/* Whether the triggers of a connection fire. */
static inline int triggers_fire(sqlite3 *connection, int fire) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, fire, (int *)0);
}

/* Whether a connection looks, for each row, if the rows that it refers to are there. */
static inline int references_checked(sqlite3 *connection, int check) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, check, (int *)0);
}

/* Bytes of what a statement might have to undo that stay in memory; refused once SQLite is in use. */
static inline int statement_journals_spill(int bytes) {
    return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes);
}
