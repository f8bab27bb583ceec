-- form: division
-- expect: UNSUPPORTED_EXACT_DIVISION
SELECT zone, fare / passengers AS each_pays FROM rides;
