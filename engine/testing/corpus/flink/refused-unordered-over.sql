-- form: over-without-order
-- expect: UNSUPPORTED_UNORDERED_OVER
SELECT driver, SUM(fare) OVER (PARTITION BY driver) AS earned FROM rides;
