-- form: wrong-emit
-- expect: EMIT_FINAL_WITHOUT_GROUPS
SELECT zone, fare FROM rides EMIT FINAL;
