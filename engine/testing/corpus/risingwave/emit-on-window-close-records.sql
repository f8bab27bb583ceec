-- form: emit-on-window-close-records
-- expect: runs
SELECT ts, zone, fare FROM rides EMIT ON WINDOW CLOSE;
