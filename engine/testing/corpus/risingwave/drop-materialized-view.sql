-- form: drop
-- expect: UNSUPPORTED_DROP
DROP MATERIALIZED VIEW IF EXISTS o;
SELECT zone, fare FROM rides;
