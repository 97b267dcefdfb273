-- Only for tests: what a later version of the program might add.
ALTER TABLE lesion ADD COLUMN depth REAL;
