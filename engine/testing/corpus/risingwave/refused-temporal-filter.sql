-- form: temporal-filter
-- expect: UNSUPPORTED_TEMPORAL_FILTER
CREATE MATERIALIZED VIEW recent AS SELECT * FROM rides WHERE ts > NOW() - INTERVAL '10 minutes';
