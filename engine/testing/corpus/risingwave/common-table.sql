-- form: common-table
-- expect: UNSUPPORTED_COMMON_TABLE
WITH totals AS (SELECT zone, SUM(fare) AS total FROM rides GROUP BY zone) SELECT MAX(total) AS best FROM totals;
