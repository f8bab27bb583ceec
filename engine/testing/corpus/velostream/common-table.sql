-- form: common-table
-- expect: UNSUPPORTED_COMMON_TABLE
WITH busy AS (SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m)) SELECT zone FROM busy WHERE n > 10;
