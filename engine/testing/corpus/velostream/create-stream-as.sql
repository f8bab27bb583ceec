-- form: create-stream-as
-- expect: runs
CREATE STREAM dear_rides AS SELECT zone, fare FROM rides WHERE fare > 50;
