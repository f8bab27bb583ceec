-- form: emit-changes
-- expect: runs
SELECT driver, fare FROM rides EMIT CHANGES;
