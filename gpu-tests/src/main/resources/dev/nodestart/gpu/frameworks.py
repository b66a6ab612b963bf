# Asks the frameworks in this Python what they can do with the GPU. One JSON object on standard output; facts, no verdicts.
# Each framework runs in a process of its own: a crash or a hang of one is a fact and not the end of the others.
import json
import os
import subprocess
import sys

LIMIT = 60


def last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:500] if lines else ""


def mapped(names):
    """The files of these libraries that this process has really loaded."""
    found = set()
    with open("/proc/self/maps") as maps:
        for line in maps:
            path = line.rstrip("\n").partition("/")[2]
            if any(name in path for name in names):
                found.add("/" + path)
    return sorted(found)


def torch_facts():
    import torch

    facts = {
        "version": torch.__version__,
        "cuda": torch.version.cuda,
        "cxx11_abi": bool(torch._C._GLIBCXX_USE_CXX11_ABI),
        "arch_list": torch.cuda.get_arch_list() if torch.version.cuda else [],
        "available": torch.cuda.is_available(),
        "devices": torch.cuda.device_count(),
        "cudnn": torch.backends.cudnn.version(),
        "nccl": None,
        "extensions": {},
    }
    try:
        facts["nccl"] = ".".join(str(part) for part in torch.cuda.nccl.version())
    except Exception as error:
        facts["nccl_error"] = last_line(str(error))
    for name in ("flash_attn", "xformers", "torchvision", "apex"):
        try:
            __import__(name)
            facts["extensions"][name] = "ok"
        except ModuleNotFoundError as error:
            if error.name != name:
                facts["extensions"][name] = last_line(str(error))
        except Exception as error:
            facts["extensions"][name] = last_line(str(error))
    if facts["available"]:
        torch.manual_seed(7)
        left, right = torch.rand(256, 256), torch.rand(256, 256)
        # TF32 would round more than the comparison allows
        torch.backends.cuda.matmul.allow_tf32 = False
        facts["matmul"] = []
        for device in range(facts["devices"]):
            there = (left.to(device) @ right.to(device)).cpu()
            facts["matmul"].append(float((there - left @ right).abs().max()))
        facts["copy_gbps"] = copy_rate(torch)
    facts["loaded"] = mapped(["libcudnn", "libnccl", "libcudart", "libcublas"])
    return facts


def copy_rate(torch):
    """Device to device, bytes read and bytes written counted; the median of ten."""
    free, _ = torch.cuda.mem_get_info(0)
    size = min(1 << 30, free // 4) // 4
    source = torch.rand(size, device=0)
    target = torch.empty_like(source)
    rates = []
    for _ in range(12):
        begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        begin.record()
        target.copy_(source)
        end.record()
        end.synchronize()
        rates.append(2 * size * 4 / (begin.elapsed_time(end) * 1e6))
    return sorted(rates[2:])[5]


def nccl_facts():
    import torch
    import torch.distributed as distributed
    import torch.multiprocessing as processes

    world = torch.cuda.device_count()
    if not world or not distributed.is_nccl_available():
        return {"world": 0, "error": "NCCL is not available"}
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ.setdefault("MASTER_PORT", "29517")
    if world == 1:
        return {"world": 1, "sums": [reduce_one(0, 1)]}
    with processes.Manager() as manager:
        sums = manager.dict()
        processes.spawn(reduce_into, args=(world, sums), nprocs=world)
        return {"world": world, "sums": [sums.get(rank) for rank in range(world)]}


def reduce_into(rank, world, sums):
    sums[rank] = reduce_one(rank, world)


def reduce_one(rank, world):
    import datetime

    import torch
    import torch.distributed as distributed

    torch.cuda.set_device(rank)
    distributed.init_process_group(
        "nccl", rank=rank, world_size=world, timeout=datetime.timedelta(seconds=40)
    )
    value = torch.full((1024,), float(rank + 1), device=rank)
    distributed.all_reduce(value)
    result = float(value.min()) if value.min() == value.max() else None
    distributed.destroy_process_group()
    return result


def tensorflow_facts():
    import tensorflow

    build = tensorflow.sysconfig.get_build_info()
    return {
        "version": tensorflow.__version__,
        "cuda": build.get("cuda_version"),
        "cudnn_built": build.get("cudnn_version"),
        "devices": len(tensorflow.config.list_physical_devices("GPU")),
        "loaded": mapped(["libcudnn", "libnccl", "libcudart"]),
    }


def cupy_facts():
    import cupy

    values = cupy.arange(1000)
    return {
        "version": cupy.__version__,
        "cuda": cupy.cuda.runtime.runtimeGetVersion(),
        "devices": cupy.cuda.runtime.getDeviceCount(),
        "sum": int(values.sum()),
    }


def jax_facts():
    import jax

    gpus = [device for device in jax.devices() if device.platform == "gpu"]
    return {"version": jax.__version__, "devices": len(gpus), "backend": jax.default_backend()}


ONES = {
    "torch": torch_facts,
    "nccl": nccl_facts,
    "tensorflow": tensorflow_facts,
    "cupy": cupy_facts,
    "jax": jax_facts,
}


def ask(name):
    from importlib.util import find_spec

    if find_spec("torch" if name == "nccl" else name) is None:
        return None
    environment = dict(os.environ, TF_CPP_MIN_LOG_LEVEL="2", XLA_PYTHON_CLIENT_PREALLOCATE="false")
    try:
        done = subprocess.run(
            [sys.executable, os.path.abspath(__file__), name],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=LIMIT,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return {"timeout": LIMIT}
    output = done.stdout.decode("utf-8", "replace").splitlines()
    for line in reversed(output):
        if line.startswith("{"):
            return json.loads(line)
    if done.returncode < 0:
        return {"signal": -done.returncode}
    return {"error": last_line(done.stderr.decode("utf-8", "replace")) or "exit status %d" % done.returncode}


def main():
    facts = {"python": sys.version.split()[0], "executable": sys.executable}
    for name in ONES:
        try:
            facts[name] = ask(name)
        except Exception as error:
            facts[name] = {"error": last_line(str(error))}
    print(json.dumps(facts))


# processes of torch.multiprocessing read this file again under another name
if __name__ == "__main__":
    if len(sys.argv) > 1:
        try:
            print(json.dumps(ONES[sys.argv[1]]()))
        except Exception as error:
            print(json.dumps({"error": last_line("%s: %s" % (type(error).__name__, error))}))
    else:
        main()
