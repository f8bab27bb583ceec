-- form: is-truth
-- expect: runs
SELECT fare FROM rides WHERE shared IS TRUE OR (fare > 3) IS NOT FALSE OR (fare > 3) IS UNKNOWN;
