"""Identifiers, globals and attributes in Korean, shared and written by threads."""
import threading

락 = threading.Lock()
카운터 = 0


class 계좌:
    def __init__(self, 잔액):
        self.잔액 = 잔액

    def 입금(self, 금액): self.잔액 += 금액; self.기록 = "입금"  # 한글 뒤의 주석


def 더하기():
    global 카운터
    for _ in range(3):
        with 락: 카운터 += 1; 문장 = "더했다"  # 한 줄에 둘
    assert 문장 == "더했다"
    if "한글" and True: 카운터 += 0


통장 = 계좌(100)
일꾼들 = [threading.Thread(target=더하기, name=f"일꾼{번호}") for 번호 in range(2)]
일꾼들.append(threading.Thread(target=통장.입금, args=(50,)))
for 일꾼 in 일꾼들:
    일꾼.start()
for 일꾼 in 일꾼들:
    일꾼.join()
assert (카운터, 통장.잔액, 통장.기록) == (6, 150, "입금")
print("ok")
