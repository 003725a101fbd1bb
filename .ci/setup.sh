# The steps that ./run, ./test and the developers' scripts share. POSIX sh, to be sourced with `root` set to the
# top of the repository.
#
# One line a step on standard error; what a step printed goes to .build/log/ and is shown only when the step fails.

libxml2_wanted='2.9.14+dfsg-1.3~deb12u6'
logs=$root/.build/log
knowledge_table=$root/Sources/CKnowledge/knowledge.table
forms_table=$root/Sources/CCharacterForms/forms.table

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# step NAME TITLE COMMAND…: runs the command in the top folder, with its output in .build/log/NAME.log.
step() {
  step_log=$logs/$1.log
  step_title=$2
  shift 2
  mkdir -p "$logs"
  step_start=$(date +%s)
  printf '%s … ' "$step_title" >&2
  if (cd "$root" && "$@") >"$step_log" 2>&1 </dev/null; then
    say "done ($(($(date +%s) - step_start)) s)"
  else
    step_status=$?
    say "failed (exit code $step_status):"
    cat "$step_log" >&2
    return "$step_status"
  fi
}

# Prints the packages that are missing or too old, on one line.
missing_packages() {
  wanted='libxml2 libxml2-dev libicu-dev zlib1g-dev libssl-dev'
  command -v pkg-config >/dev/null 2>&1 || wanted="$wanted pkg-config"
  # shellcheck disable=SC2086 # one name a word
  installed=$(dpkg-query -W -f='${Package} ${Architecture} ${db:Status-Status} ${Version}\n' $wanted 'libstdc++-*-dev' 2>/dev/null |
    awk -v own="$(dpkg --print-architecture)" '$3 == "installed" && ($2 == own || $2 == "all") { print $1, $4 }')
  list=
  for package in $wanted; do
    printf '%s\n' "$installed" | grep -q "^$package " || list="$list $package"
  done
  # The compiler links with GNU's C++ library and start files; g++ brings those that belong to the system.
  case $installed in
    *libstdc++-*-dev*) ;;
    *) list="$list g++" ;;
  esac
  libxml2=$(printf '%s\n' "$installed" | awk '$1 == "libxml2" { print $2 }')
  if [ -n "$libxml2" ] && dpkg --compare-versions "$libxml2" lt "$libxml2_wanted" &&
    [ "$(cat "$root/.build/libxml2-newest" 2>/dev/null)" != "$libxml2" ]; then
    # The two must have one version: an installed libxml2-dev is upgraded along.
    list="$list libxml2"
    case " $list " in
      *' libxml2-dev '*) ;;
      *) list="$list libxml2-dev" ;;
    esac
  fi
  printf '%s\n' "${list# }"
}

apt_get() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"; }

# Installs what is missing. Asks the package manager nothing when all is there.
install_packages() {
  command -v swift >/dev/null 2>&1 ||
    fail "swift is not on the PATH. Install the Swift 6.3 toolchain (https://www.swift.org/install/linux/) and try again."
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    if pkg-config --exists icu-i18n libxml-2.0 zlib libcrypto 2>/dev/null; then return; fi
    fail "This is not a Debian system: install pkg-config and the development files of ICU, libxml2, zlib and OpenSSL by hand."
  fi
  packages=$(missing_packages)
  [ -n "$packages" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    sudo=
  elif command -v sudo >/dev/null 2>&1; then
    sudo=sudo
  else
    fail "These packages are missing, and neither root nor sudo is at hand. As root, run: apt-get install $packages"
  fi
  # sudo may ask for a password: here, where the question can be seen.
  [ -z "$sudo" ] || sudo -v || fail "sudo refused. As root, run: apt-get install $packages"
  step apt-update "Reading the package lists" apt_get update || exit 1
  # shellcheck disable=SC2086 # one name a word
  step apt-install "Installing $packages" apt_get install --no-install-recommends $packages || exit 1
  libxml2=$(dpkg-query -W -f='${Version}\n' "libxml2:$(dpkg --print-architecture)")
  if dpkg --compare-versions "$libxml2" lt "$libxml2_wanted"; then
    say "Note: libxml2 $libxml2 is the newest to be had here; known faults are mended in $libxml2_wanted."
    mkdir -p "$root/.build"
    printf '%s\n' "$libxml2" >"$root/.build/libxml2-newest"
  fi
}

# build CONFIGURATION: the program, with its tables built in.
#
# The program itself makes the tables that C targets embed, from the YAML of Sources/Knowledge/Data and from ICU, so the
# first build of a fresh clone is followed by a second, short one. They are made anew when the YAML or the program has
# changed since, and written only where their content differs.
build() {
  program=$root/.build/$1/kaozheng
  stamp=$root/.build/tables.stamp
  step "build-$1" "Building kaozheng ($1)" swift build -c "$1" --product kaozheng || exit 1
  if [ -f "$knowledge_table" ] && [ -f "$forms_table" ] && [ -f "$stamp" ] && [ -z "$(find "$root/Sources/Knowledge" "$program" -newer "$stamp")" ]; then
    return
  fi
  mkdir -p "$root/.build/tables"
  : >"$stamp.new"
  step tables "Making the tables that are built in" "$program" knowledge compile --output "$root/.build/tables" || exit 1
  changed=
  for table in "$knowledge_table" "$forms_table"; do
    if ! cmp -s "$root/.build/tables/${table##*/}" "$table"; then
      cp "$root/.build/tables/${table##*/}" "$table"
      # A file that was absent when the C target was compiled is not among its dependencies.
      touch "${table%/*}"/*.c
      changed=yes
    fi
  done
  [ -z "$changed" ] || step "build-$1-tables" "Building kaozheng with its tables" swift build -c "$1" --product kaozheng || exit 1
  mv "$stamp.new" "$stamp"
}
