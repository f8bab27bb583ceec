-- form: create-sink
-- expect: UNSUPPORTED_PRESET
CREATE SINK dear_sink AS SELECT zone, fare FROM rides WHERE fare > 50 WITH (connector = 'blackhole');
