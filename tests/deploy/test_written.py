"""What must hold of the image and of what stands around it, whoever runs them."""

import json
import os
import re
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch

import pytest

from deploy.backups import parser
from qa_data.key import KEY_FILE, NEW_KEY_FILE
from tests.deploy.reading import DEPLOY, ROOT, composed, said, settings, steps, written

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SERVICES = composed()["services"]
OWN = {name: told for name, told in SERVICES.items() if "build" in told}
RUNNING = (ROOT / "docs/running.md").read_text(encoding="utf-8")


def test_the_image_runs_as_an_account_of_its_own_that_owns_no_file_of_the_program():
    order = [step for step, _ in steps()]
    assert said("USER") == ["10001:10001"] and not {"RUN", "COPY"} & set(order[order.index("USER") :])
    assert not any("--chown" in copied for copied in said("COPY"))
    (made,) = [told for told in said("RUN") if "useradd" in told]
    assert "--uid 10001" in made and all(folder in made for folder in json.loads(said("VOLUME")[0]))


def test_the_image_has_the_locked_packages_and_nothing_that_is_not_named():
    (installed,) = [told for told in said("RUN") if "pip" in told]
    assert "--require-hashes -r /app/requirements.lock" in installed and "--only-binary :all:" in installed
    assert len([told for told in said("RUN") if "http" in told or "apt" in told]) == 0 and not said("ADD")
    assert said("ARG") == [f"BASE=python:{PROJECT['project']['requires-python'].removeprefix('>=')}-slim"]


def _copied() -> list[str]:
    return [name for told in said("COPY") for name in told.split()[:-1]]


@pytest.mark.parametrize("name", _copied())
def test_what_is_copied_is_there_is_no_whole_folder_above_and_is_let_in(name):
    let_in = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert (ROOT / name).exists() and (ROOT / name).resolve() != ROOT
    assert let_in[1] == "*" and any(fnmatch(name, line[1:]) for line in let_in if line.startswith("!"))


def test_every_room_is_in_the_image():
    tools = {"docs", "tests", "deploy"}
    rooms = {each.name for each in ROOT.iterdir() if each.is_dir() and any(each.glob("*.py"))} - tools
    assert rooms <= set(_copied())


def test_it_is_compiled_and_started_without_a_shell():
    assert [told for told in said("RUN") if "compileall" in told and "unchecked-hash" in told]
    started = [json.loads(said("CMD")[0]), json.loads(said("HEALTHCHECK")[0].partition("CMD ")[2])]
    assert [(words[0], (ROOT / words[1]).is_file()) for words in started] == [("python", True), ("python", True)]


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_is_closed(name):
    told = SERVICES[name]
    assert told["read_only"] and told["cap_drop"] == ["ALL"] and told["security_opt"] == ["no-new-privileges:true"]
    assert int(told["user"].partition(":")[0]) > 0 and told["mem_limit"] and told["pids_limit"]
    assert not {"privileged", "devices", "network_mode", "pid", "ipc"} & set(told)
    assert told.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert re.fullmatch(r"[a-z-]+:[0-9.]+", told["image"])


def test_the_proxy_alone_is_reached_from_outside_and_the_database_by_nobody_outside():
    assert [name for name, told in SERVICES.items() if "ports" in told] == ["proxy"]
    networks = composed()["networks"]
    assert SERVICES["database"]["networks"] == SERVICES["backups"]["networks"] == ["store"]
    assert networks["store"]["internal"] and "store" not in SERVICES["proxy"]["networks"]


def test_what_is_built_is_this_version():
    assert {told["image"] for told in OWN.values()} == {f"quality-assurance-dashboard:{PROJECT['project']['version']}"}
    assert all((DEPLOY / told["build"]["context"] / told["build"]["dockerfile"]).is_file() for told in OWN.values())


def _mounted() -> list[tuple[str, str]]:
    return [(name, each) for name, told in SERVICES.items() for each in told["volumes"]]


@pytest.mark.parametrize(("service", "mounted"), _mounted())
def test_what_is_mounted_is_there_and_only_what_is_kept_may_be_written_to(service, mounted):
    source, target, *how = mounted.split(":")
    if source.startswith("."):
        assert how == ["ro"] and (source.startswith("./secrets/") or (DEPLOY / source).is_file())
    else:
        assert source in composed()["volumes"]
        assert service == "database" or target in json.loads(said("VOLUME")[0])


def test_the_proxy_and_the_database_see_no_store_and_each_secret_goes_where_it_is_used():
    for name in ("proxy", "database"):
        assert not {each.partition(":")[0] for each in SERVICES[name]["volumes"]} & {"data", "drop", "backups"}
    secrets = [(name, each.partition(":")[0]) for name, each in _mounted() if "secrets" in each]
    assert {name: {each for other, each in secrets if other == name} for name in SERVICES} == {
        "dashboard": {"./secrets/sign-in", "./secrets/store"},
        "second": {"./secrets/sign-in", "./secrets/store"},
        "proxy": {"./secrets/proxy"},
        "backups": {"./secrets/store"},
        "database": {"./secrets/database"},
    }
    values = [value for told in SERVICES.values() for value in told["environment"].values()]
    assert not [value for value in values if re.search(r"://[^/]*:[^/]*@", str(value))]


def test_every_setting_of_the_program_that_is_named_is_known_to_it():
    code = "".join(
        each.read_text(encoding="utf-8")
        for room in ("pages", "loaders", "metrics", "qa_data")
        for each in (ROOT / room).rglob("*.py")
    )
    known = set(re.findall(r"QA_[A-Z_]+", code)) | {KEY_FILE, NEW_KEY_FILE}
    named = set(re.findall(r"QA_[A-Z_]+", written() + RUNNING + " ".join(said("ENV"))))
    assert "QA_WATCH" in named and named <= known


def test_one_dashboard_alone_watches_the_folder():
    watched = [name for name in ("dashboard", "second") if SERVICES[name]["environment"]["QA_WATCH"]]
    assert watched == ["dashboard"]


def test_the_running_text_says_every_setting_and_every_secret():
    secrets = {each for _, mounted in _mounted() if "secrets/" in (each := mounted.split(":")[0].removeprefix("./"))}
    assert {name for name in settings() if f"`{name}`" not in RUNNING} == set()
    assert {each for each in secrets if f"`{each}/" not in RUNNING} == set()


def test_uploads_fit_into_the_proxy_and_into_memory():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    passed = int(re.search(r"max_size (\d+)MiB", (DEPLOY / "Caddyfile").read_text(encoding="utf-8"))[1])
    assert passed == config["server"]["maxUploadSize"] + 1
    assert SERVICES["dashboard"]["mem_limit"] == "1g"
    assert int(SERVICES["dashboard"]["environment"]["QA_UPLOADS_MB"]) < 1024 / 2


def test_the_backups_service_says_what_its_program_takes():
    told = SERVICES["backups"]
    assert [parser().parse_args(words).does for words in (told["command"][2:], told["healthcheck"]["test"][3:])] == [
        "daily",
        "fresh",
    ]


def test_the_proxy_reads_its_file_and_sends_each_browser_to_the_dashboard_that_it_had():
    if not shutil.which("caddy"):
        pytest.skip("caddy is not installed")
    told = SERVICES["proxy"]["environment"] | {"SITE": "qa.example"}
    command = ["caddy", "adapt", "--adapter", "caddyfile", "--config", DEPLOY / "Caddyfile"]
    adapted = subprocess.run(command, env=os.environ | told, capture_output=True, text=True, check=True).stdout
    site = json.loads(adapted)["apps"]["http"]["servers"]["srv0"]
    handlers = site["routes"][0]["handle"][0]["routes"][0]["handle"]
    proxy = next(each for each in handlers if each["handler"] == "reverse_proxy")
    assert proxy["upstreams"] == [{"dial": "dashboard:8501"}] and said("EXPOSE") == ["8501"]
    assert proxy["load_balancing"]["selection_policy"]["policy"] == "cookie" and site["listen"] == [":8443"]
    assert [port.split(":")[1] for port in SERVICES["proxy"]["ports"]] == ["8080", "8443"]
