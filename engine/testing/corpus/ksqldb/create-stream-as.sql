-- form: create-stream-as
-- expect: runs
CREATE STREAM dear AS SELECT zone, fare FROM rides WHERE fare > 50 EMIT CHANGES;
