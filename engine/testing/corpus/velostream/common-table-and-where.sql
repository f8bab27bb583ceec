-- form: common-table
-- expect: UNSUPPORTED_COMMON_TABLE
-- the WHERE behind the native window belongs to another query: this is no ksqlDB
WITH busy AS (SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(5m)) SELECT zone, n FROM busy WHERE n > 3;
