-- form: nested-functions
-- expect: runs
SELECT MAP_KEYS(MAP['a', fare]) AS k, MAP_VALUES(MAP['a', fare]) AS v FROM rides;
