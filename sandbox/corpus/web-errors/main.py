import requests

HOSTS = ["example.com", "status-404.test", "down.test", "slow.test"]

for host in HOSTS:
    try:
        response = requests.get(f"http://{host}/", timeout=3)
        response.raise_for_status()
        print(host, "answers", response.status_code)
    except requests.HTTPError as error:
        print(host, "answers", error.response.status_code)
    except requests.ConnectionError:
        print(host, "cannot be reached")
    except requests.Timeout:
        print(host, "takes too long")
