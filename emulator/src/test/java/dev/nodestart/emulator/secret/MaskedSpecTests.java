package dev.nodestart.emulator.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedSpecTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"docker_image":{"url":"a","basic_auth":{"username":"u","password":"in clear"}}} | {"docker_image":{"url":"a","basic_auth":{"username":"u","password":"[REDACTED]"}}}
            {"docker_image":{"basic_auth":{"password":"{{secrets/a/b}}"}}}  | {"docker_image":{"basic_auth":{"password":"{{secrets/a/b}}"}}}
            {"docker_image":{"basic_auth":{"password":{"x":1}}}}            | {"docker_image":{"basic_auth":{"password":"[REDACTED]"}}}
            {"docker_image":"x","a":[1,true,null,"x hunter2 y",{"hunter2":1}]} | {"docker_image":"x","a":[1,true,null,"x [REDACTED] y",{"[REDACTED]":1}]}
            {"spark_env_vars":{"A":"hunter2","N":12345}}                    | {"spark_env_vars":{"A":"[REDACTED]","N":"[REDACTED]"}}
            """)
    void ofHidesSecretsAndKeepsReferences(String call, String shown) throws JsonProcessingException {
        ObjectNode node = (ObjectNode) new ObjectMapper().readTree(call);

        assertThat(MaskedSpec.of(node, SecretMask.of(List.of("hunter2", "12345")))
                        .toString())
                .isEqualTo(shown);
        assertThat(node.toString()).isEqualTo(call);
    }
}
