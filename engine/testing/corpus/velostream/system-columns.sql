-- form: system-columns
-- expect: runs
SELECT _timestamp AS arrived, _event_time AS happened, _partition AS split, region FROM orders;
