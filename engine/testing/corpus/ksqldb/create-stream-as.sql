-- form: create-stream-as
-- expect: UNSUPPORTED_PLAIN_SELECT
CREATE STREAM dear AS SELECT zone, fare FROM rides WHERE fare > 50 EMIT CHANGES;
