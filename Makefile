# For developers. Users need only ./run and ./test.
.PHONY: run test format lint score bench clean

run:
	./run

test:
	./test

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

score:
	Benchmarks/score.sh

bench:
	Benchmarks/bench.sh

clean:
	rm -rf .build Sources/CKnowledge/knowledge.table Sources/CCharacterForms/forms.table
