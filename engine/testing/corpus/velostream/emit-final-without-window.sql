-- form: emit-final
-- expect: runs
-- notes: EMIT_FINAL_WITHOUT_WINDOW
SELECT zone, MIN(fare) AS lowest, AVG(fare) AS middle, MAX(fare) AS highest FROM rides GROUP BY zone EMIT FINAL;
