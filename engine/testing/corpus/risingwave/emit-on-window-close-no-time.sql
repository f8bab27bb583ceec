-- form: emit-on-window-close-records
-- expect: EMIT_WITHOUT_EVENT_TIME
SELECT zone, fare FROM rides EMIT ON WINDOW CLOSE;
