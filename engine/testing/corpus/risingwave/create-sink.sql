-- form: create-sink
-- expect: runs
CREATE SINK dear_sink AS SELECT zone, fare FROM rides WHERE fare > 50 WITH (connector = 'blackhole');
