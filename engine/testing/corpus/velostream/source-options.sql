-- form: source-options
-- expect: runs
SELECT zone, fare FROM rides WITH ('event.time.field' = 'ts') WHERE fare > 50;
