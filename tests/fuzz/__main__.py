"""python -m tests.fuzz [TIMES] [SEED]: checks so many broken workbooks and says what came of them."""

import sys

from tests.fuzz.running import run


def main() -> int:
    """Prints the outcomes; 1 when any file got no named problem."""
    times, seed = (int(word) for word in (*sys.argv[1:], *("2000", "1")[len(sys.argv) - 1 :]))
    outcomes, broken = run(times, seed)
    print(
        "\n".join(f"{number:6,} {outcome}" for outcome, number in sorted(outcomes.items(), key=lambda each: -each[1]))
    )
    print("\n".join(broken) or f"{times:,} files: each was taken or refused with a named problem, in under 10 seconds.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
